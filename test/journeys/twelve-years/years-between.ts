import type { Story } from '../story.ts';
import { archive } from './cycle.ts';
import { bringBeforeTheCommittee, revokeNow } from './revocations.ts';
import { certificateOf } from './roll.ts';
import { begin, inspect, morningOf, report } from './years.ts';

/**
 * 2027 to 2032: five reports of each winner and an inspection of each organisation a year. The first organisation's
 * award is revoked on 29 February 2028; in 2029 the fourth's report is late and the third has to put something right;
 * in 2030 an individual's report is returned.
 */
export async function yearsBetween(story: Story, cycleId: string): Promise<void> {
  await begin(story, 2027);
  await archive(story, cycleId);
  await report(story, 2027);
  await inspect(story, 2027);
  await begin(story, 2028);
  await revokeOn29February(story);
  await report(story, 2028);
  await inspect(story, 2028);
  await begin(story, 2029);
  await report(story, 2029, { late: '昆明第4机械厂' });
  await inspect(story, 2029, { declined: '昆明第3机械厂' });
  for (const year of [2030, 2031, 2032]) {
    await begin(story, year);
    // The fifth report was that of 2031.
    if (year < 2032) await report(story, year, year === 2030 ? { returned: '质量人第1号' } : {});
    await inspect(story, year);
  }
}

/** The fifth anniversary, and last banned day, of what was revoked on 29 February is 28 February (D12). */
async function revokeOn29February(story: Story): Promise<void> {
  await morningOf(story, '2028-02-15');
  const revocationId = await bringBeforeTheCommittee(story, await certificateOf(story, '昆明第1机械厂', 2026));
  await morningOf(story, '2028-02-29');
  const bannedUntil = await revokeNow(story, revocationId);
  if (bannedUntil !== '2033-02-28') throw new Error(`banned until ${bannedUntil}`);
}
