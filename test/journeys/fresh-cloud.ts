import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Cloud } from '#local/cloud';
import { startCloud } from '#local/cloud';
import { people } from '#local/sample/people';
import type { SamplePerson } from '#local/sign-in/person';
import { statusPages } from '#local/status/pages';
import { synthesize } from '#local/synthesize';

/** A local cloud with nothing in it, in a folder of its own. */
export interface FreshCloud {
  readonly cloud: Cloud;
  readonly dir: string;
  /** Stops it; the folder goes too unless it is to be kept. */
  end(keep?: boolean): Promise<void>;
}

const root = fileURLToPath(new URL('../..', import.meta.url));
let offset = 0;

/** Sets the award's clock of a folder in which no cloud has run yet. */
export const beginAt = (dir: string, instant: number): void =>
  writeFileSync(join(dir, 'clock.json'), JSON.stringify({ offset: instant - Date.now() }));

/**
 * Synthesizes and boots the whole deployment on ports of its own; `more` can sign in besides the sample's people, and
 * the award's clock begins at `beginning`, or with the machine's.
 */
export async function freshCloud(more: readonly SamplePerson[] = [], beginning?: number): Promise<FreshCloud> {
  const dir = mkdtempSync(join(tmpdir(), 'quality-award-'));
  if (beginning !== undefined) beginAt(dir, beginning);
  const port = 18_600 + (process.pid % 900) * 10 + (offset++ % 2) * 5;
  const { assembly } = await synthesize({ root, dir, port });
  const pages = (running: Cloud) => [statusPages(running)];
  const cloud = await startCloud({ dir, port, assembly, people: [...people, ...more], pages });
  return {
    cloud,
    dir,
    async end(keep = false) {
      await cloud.stop();
      if (!keep) rmSync(dir, { recursive: true, force: true });
    },
  };
}
