import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The secrets that AWS would make up at the deployment: made once, kept beside the data, read as the template names them. */
const names = ['quality-award-local/ballot-key'];

/** The dynamic references to the secrets of the data directory, and what they stand for. */
export function secrets(dir: string): Readonly<Record<string, string>> {
  const file = join(dir, 'secrets.json');
  if (!existsSync(file)) {
    mkdirSync(dir, { recursive: true });
    const made = Object.fromEntries(names.map((name) => [name, randomBytes(32).toString('hex')]));
    writeFileSync(file, JSON.stringify(made), { mode: 0o600 });
  }
  const kept = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
  return Object.fromEntries(
    Object.entries(kept).map(([name, value]) => [`secretsmanager:${name}:SecretString:::`, value]),
  );
}
