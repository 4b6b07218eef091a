import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startCloud, type Cloud } from './cloud.ts';
import { loadPages, loadPeople, loadSample } from './extensions.ts';
import { BadOption, readStartOptions, type StartOptions } from './options.ts';
import { DataInUse } from './own-data.ts';
import { PortTaken, usualPort } from './ports.ts';
import { synthesize, SynthesisFailed } from './synthesize.ts';
import { TemplateRefused } from './template/refusals.ts';

// npm start: synthesizes what changed, boots the local cloud, loads the sample, and waits for Ctrl-C.
process.env['TZ'] = 'UTC';
const began = performance.now();
const root = fileURLToPath(new URL('..', import.meta.url));

try {
  await start(readStartOptions(process.argv.slice(2), root));
} catch (error) {
  const forPeople = [BadOption, DataInUse, PortTaken, SynthesisFailed, TemplateRefused].some(
    (kind) => error instanceof kind,
  );
  console.error(forPeople ? (error as Error).message : error);
  process.exit(1);
}

async function start(options: StartOptions): Promise<void> {
  const { dir, port, fresh } = options;
  if (fresh) rmSync(dir, { recursive: true, force: true });
  const { assembly } = await synthesize({ root, dir, port });
  const cloud = await startCloud({
    dir,
    port,
    assembly,
    dynamodb: options.dynamodb,
    people: await loadPeople(),
    pages: await loadPages(),
  });
  stopWhenAsked(cloud);
  if (options.sample) await loadSample(cloud);
  console.log(banner(cloud, (performance.now() - began) / 1000));
}

function stopWhenAsked(cloud: Cloud): void {
  let stopping = false;
  const stop = () => {
    // A second Ctrl-C does not wait.
    if (stopping) process.exit(130);
    stopping = true;
    console.log('\n正在停止…… Stopping…');
    void cloud.stop().finally(() => process.exit(0));
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
}

function banner({ url, issuer, ports, dir }: Cloud, seconds: number): string {
  const docs = existsSync(join(root, 'docs/openapi.json')) ? `  接口文档 API docs      ${url}/api/docs\n` : '';
  return `
  质量奖系统(本地) Quality award, on this machine
  地址 Address           ${url}
  状态页 Status          ${url}/local
  收件箱 Inbox           ${url}/local/inbox
${docs}  登录 Sign in           ${issuer} 选一位示例人员即可 choose any of the sample people
  邮件 SMTP              127.0.0.1:${ports.smtp}
  数据 Data              ${dir}
  拨快时钟 Move the clock  npm run clock -- +30d${ports.web === usualPort ? '' : ` --port ${ports.web}`}
  停止 Stop              Ctrl-C

  就绪 ready in ${seconds.toFixed(1)} s
`;
}
