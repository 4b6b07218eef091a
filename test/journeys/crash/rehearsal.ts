import { mkdirSync } from 'node:fs';
import { people } from '#local/sample/people';
import { beginAt } from '../fresh-cloud.ts';
import { Narrator } from '../narrator.ts';
import { runningAt } from '../running-at.ts';
import { toTheAward } from '../to-the-award.ts';
import type { CloudProcess, Death } from './cloud-process.ts';
import { startCloudProcess } from './cloud-process.ts';
import type { Findings } from './findings.ts';
import { findingsIn } from './findings.ts';
import { patientWith } from './patience.ts';

export interface Rehearsal {
  /** A folder of its own. */
  readonly dir: string;
  readonly port: number;
  readonly assembly: string;
  /** Hears of every request of a visitor, and may kill the cloud then or later. */
  readonly onRequest?: (cloud: CloudProcess) => void;
  /** How each process is to end by itself. */
  readonly nextDeath?: () => Death | undefined;
  readonly tell?: (line: string) => void;
}

/** Every journey begins at this time, so that the same days pass in each: the award in December, the report in March. */
const beginning = Date.parse('2027-11-01T10:00:00+08:00');
const pastTheFirstReport = { by: '+120d', inspections: 1 };

/** Goes the whole way in a cloud that is killed again and again, and looks at what is left. */
export async function rehearse({
  dir,
  port,
  assembly,
  onRequest,
  nextDeath,
  tell = () => undefined,
}: Rehearsal): Promise<{ findings: Findings; kills: number }> {
  mkdirSync(dir, { recursive: true });
  beginAt(dir, beginning);
  const cloud = startCloudProcess({ dir, port, assembly, ...(nextDeath && { nextDeath }) });
  try {
    const patience = patientWith(cloud, () => onRequest?.(cloud));
    await toTheAward({ ...runningAt(port), patience }, new Narrator(tell), pastTheFirstReport);
  } finally {
    await cloud.end();
  }
  return { findings: await findingsIn({ dir, port, assembly, people }), kills: cloud.kills };
}
