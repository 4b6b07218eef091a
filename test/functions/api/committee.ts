import type { Role } from '#domain/actor';
import type { Application } from '#domain/application/application';
import { decided } from '#domain/record';
import { at } from '#test/build/an-application';
import { aCycleUnderReview, inReview } from '#test/build/review';
import { anApi, idOf } from './api.ts';

export { idOf } from './api.ts';

export const now = '2027-03-01T01:00:00.000Z';
/** When the meetings begin: the clock runs on from `now`. */
export const begins = '2027-03-01T01:30:00.000Z';

/** A committee of so many members, an office and everybody else, with the API's handlers in front of a real store. */
export async function aCommittee(members: number, options: { file?: string } = {}) {
  const api = await anApi(now, options);
  const deps = api.deps();
  const system = at({ personId: 'system', name: '系统', grants: [] }, now);
  const memberSubs = Array.from({ length: members }, (_, i) => `member-${i + 1}`);
  const roles: [string, Role][] = [
    ...memberSubs.map((sub): [string, Role] => [sub, 'committeeMember']),
    ...(['office', 'registrar', 'auditor', 'administrator', 'assessor'] as const).map((r): [string, Role] => [r, r]),
  ];
  for (const [sub, role] of roles) await api.enrol(sub, { role });
  return {
    ...api,
    members: memberSubs,
    /** An announced cycle with these applications before the committee. */
    async cycleWith(cycleId: string, applications: readonly Partial<Application>[], rules: object = {}) {
      const { rules: defaults, ...cycle } = aCycleUnderReview({ cycleId, version: 0 });
      await deps.cycles.save(decided(system, { ...cycle, rules: { ...defaults, ...rules } }, { type: 'arranged' }));
      for (const given of applications)
        await deps.applications.save(
          decided(
            system,
            { ...inReview({ cycleId, stage: 'CommitteeVote', ...given }), version: 0 },
            { type: 'arranged' },
          ),
        );
    },
    /** A meeting of the cycle with all members in the room, ready to open the ballot. */
    async meeting(cycleId: string): Promise<string> {
      const body = {
        ...{ title: '全体成员大会', startsAt: begins, place: '第一会议室', agenda: ['表决'] },
        chairId: idOf('member-1'),
      };
      const { meetingId } = await api.done('office', 'conveneMeeting', { params: { cycleId }, body });
      const params = { meetingId: String(meetingId) };
      await api.done('office', 'recordAttendance', { params, body: { present: memberSubs.map(idOf) } });
      return String(meetingId);
    },
  };
}
export type Committee = Awaited<ReturnType<typeof aCommittee>>;

/** An application that was recommended for the 质量奖. */
export const recommended = (applicationId: string, given: Partial<Application> = {}): Partial<Application> => ({
  applicationId,
  listed: { listId: 'lst_0', compositeMilli: 800_000, award: 'qualityAward', reason: '', at: now },
  ...given,
});
