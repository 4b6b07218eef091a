import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The secret that this cloud and the platforms sign with, a key in it for each platform. */
export const platformSecretName = 'quality-award-local/platforms';

const reference = (name: string, field = '') => `secretsmanager:${name}:SecretString:${field}::`;

/** The reference to what is signed with between this cloud and the platform. */
export const platformKey = (platform: 'credit' | 'supervision'): string => reference(platformSecretName, platform);

/** The secrets that AWS, or the city, would give the deployment: made once, kept beside the data, read as the template names them. */
const wanted = [reference('quality-award-local/ballot-key'), platformKey('credit'), platformKey('supervision')];

/** The dynamic references to the secrets of the data directory, and what they stand for. */
export function secrets(dir: string): Readonly<Record<string, string>> {
  const file = join(dir, 'secrets.json');
  const kept = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>) : {};
  const missing = wanted.filter((name) => !(name in kept));
  if (missing.length === 0) return kept;
  const made = Object.fromEntries(missing.map((name) => [name, randomBytes(32).toString('hex')]));
  mkdirSync(dir, { recursive: true });
  writeFileSync(file, JSON.stringify({ ...kept, ...made }), { mode: 0o600 });
  return { ...kept, ...made };
}
