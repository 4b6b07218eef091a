import { announcementOf, criteriaOf, cycleOf } from '#local/sample/load';
import { one, setUpProgramme } from '#local/sample/set-up';
import { clockOf, moveClock } from '../stage-door.ts';
import type { Story } from '../story.ts';

const day = 86_400_000;

/** The administrator sets the programme up, with its calendars and roles (A3). */
export const setUp = ({ cast, tell, programmeId }: Story): Promise<void> =>
  tell.step('系统管理员设立奖项、录入日历、授予角色', 'the administrator sets the programme up', () =>
    setUpProgramme(cast, {
      programmeId,
      name: '昆明市市长质量奖(演练)',
      nameEn: "Mayor's Quality Award (rehearsal)",
      certificatePrefix: `R${programmeId
        .replace(/[^a-z0-9]/g, '')
        .slice(-8)
        .toUpperCase()}`,
    }),
  );

/** A cycle of the programme is announced and opens, for thirty days (A5, A15). */
export async function announceCycle(
  { place, cast, tell, programmeId }: Story,
  rules: Record<string, unknown> = {},
): Promise<{ cycleId: string; year: number }> {
  const now = await clockOf(place);
  const year = new Date(now).getUTCFullYear();
  const office = one(cast, 'office');
  const { cycleId } = await tell.step('评审办拟定一届评审', 'the review office prepares a cycle', async () =>
    office.call('draftCycle', {
      params: { programmeId },
      body: { ...cycleOf(year, now + day, now + 31 * day), rules, criteria: await criteriaOf(office, programmeId) },
    }),
  );
  await tell.step('评审办发布公告和通知', 'the office publishes announcement and circular', () =>
    office.call('announceCycle', { params: { cycleId }, body: announcementOf(year) }),
  );
  await tell.step('时钟拨到申报开始', 'the clock moves to the opening', () => moveClock(place, { by: '+25h' }));
  return { cycleId, year };
}

/** A programme is set up, and its first cycle is announced and opens. */
export async function announce(story: Story, rules: Record<string, unknown> = {}) {
  story.tell.chapter('公告', 'Announcement');
  await setUp(story);
  return announceCycle(story, rules);
}
