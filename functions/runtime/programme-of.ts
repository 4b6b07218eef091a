import type { Deps } from './deps.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Records that requests name, by the name they have in paths and queries. */
const stores = {
  applicationId: 'applications',
  cycleId: 'cycles',
  noticeId: 'notices',
  objectionId: 'objections',
  meetingId: 'meetings',
  revocationId: 'revocations',
  certificateNumber: 'winners',
} as const;

/** The programme that a refused request was about, as far as it says; undefined: none, or of a record that is not there. */
export async function programmeOf(said: readonly unknown[], deps: Deps): Promise<string | undefined> {
  const given = Object.assign({}, ...said) as Fields;
  if (typeof given.programmeId === 'string') return given.programmeId;
  for (const [name, store] of Object.entries(stores) as [keyof typeof stores, (typeof stores)[keyof typeof stores]][]) {
    const id = given[name];
    const record = typeof id === 'string' ? await deps[store].find(id) : undefined;
    if (record) return record.programmeId;
  }
  return undefined;
}
