import { announcementOf, criteriaOf, cycleOf } from '#local/sample/load';
import { one, setUpProgramme } from '#local/sample/set-up';
import { clockOf, moveClock } from '../stage-door.ts';
import type { Story } from '../story.ts';

const day = 86_400_000;

/** A programme is set up and a cycle is announced and opens (A3, A5, A15). Gives back the cycle. */
export async function announce({ place, cast, tell, programmeId }: Story, rules: Record<string, unknown> = {}) {
  tell.chapter('公告', 'Announcement');
  await tell.step('系统管理员设立奖项、录入日历、授予角色', 'the administrator sets the programme up', () =>
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
