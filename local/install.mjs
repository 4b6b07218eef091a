// Runs on whatever Node a machine has, before anything is installed: no dependencies, no TypeScript.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const lock = join(root, 'package-lock.json');
// npm's own record of what it installed, and ours of the lock file it was installed from.
const record = join(root, 'node_modules', '.package-lock.json');
const stamp = join(root, 'node_modules', '.installed-from');

const wanted = createHash('sha256').update(readFileSync(lock)).digest('hex');
if (!isInstalled()) {
  console.log('正在安装依赖,只需一次…… Installing dependencies, once…');
  const npm = process.env['npm_execpath'];
  const [command, args] = npm ? [process.execPath, [npm, 'ci']] : ['npm', ['ci']];
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    shell: !npm && process.platform === 'win32',
  });
  if (error || status !== 0) {
    console.error('安装失败 npm ci failed');
    process.exit(status ?? 1);
  }
  writeFileSync(stamp, wanted);
}

function isInstalled() {
  if (!existsSync(record)) return false;
  if (existsSync(stamp)) return readFileSync(stamp, 'utf8') === wanted;
  // Installed by hand: npm's record lists what package-lock.json lists.
  if (!agrees()) return false;
  writeFileSync(stamp, wanted);
  return true;
}

function agrees() {
  const packages = (file) => JSON.parse(readFileSync(file, 'utf8')).packages ?? {};
  const installed = packages(record);
  return Object.entries(packages(lock)).every(
    ([path, { version, optional }]) => path === '' || optional || installed[path]?.version === version,
  );
}
