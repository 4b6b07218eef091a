import { one } from '#local/sample/set-up';
import { clockOf, inParallel, moveClock, untilStage } from '../stage-door.ts';
import type { Entrant, Story } from '../story.ts';
import type { Codes, Reviewed } from './panels.ts';

const day = 86_400_000;
const width = 4;

/** So many points by the sheet that a cycle has by default. */
const points = (of: number) => [
  { code: 'D1', points: 240 },
  { code: 'D2', points: of - 480 },
  { code: 'D3', points: 240 },
];

/** Everyone registers who defends, and the office schedules them one after the other (A18). The last slot's time. */
export async function scheduleDefences({ place, cast }: Story, cycleId: string, entrants: readonly Entrant[]) {
  await inParallel(entrants, width, ({ sub, applicationId, name }) =>
    one(cast, sub).call('registerDefender', {
      params: { applicationId },
      body: { name: sub === 'organisation' ? '刘建国' : name },
    }),
  );
  // At nine in the morning in Shanghai, some days ahead, an hour apart.
  const first = Math.ceil((await clockOf(place)) / day) * day + 2 * day + 3_600_000;
  const slots = entrants.map(({ applicationId }, n) => {
    const at = first + Math.floor(n / 8) * day + (n % 8) * 3_600_000;
    return { applicationId, at: new Date(at).toISOString(), room: '市政务中心 301' };
  });
  const clash = { slots: slots.slice(0, 2).map((s) => ({ ...s, at: slots[0]?.at })) };
  const refused = await one(cast, 'office').attempt('applyTimetable', { params: { cycleId }, body: clash });
  await one(cast, 'office').call('applyTimetable', { params: { cycleId }, body: { slots } });
  return { last: slots.at(-1)?.at ?? '', refused };
}

/** The defence is held, scored by the panel as it stands and closed. */
export async function defend({ cast }: Story, of: Reviewed, score: number): Promise<void> {
  const params = { applicationId: of.applicationId };
  await one(cast, 'office').call('beginDefence', { params });
  await Promise.all(
    of.panel.map((sub) => one(cast, sub).call('scoreDefence', { params, body: { items: points(score) } })),
  );
  await one(cast, 'office').call('endDefence', { params });
  await one(cast, 'office').call('completeDefence', { params, body: {} });
}

/** The visits: planned, made, found, signed and reported, every item at one percentage (A19). */
export async function visitAll(
  story: Story,
  reviewed: readonly Reviewed[],
  codes: Codes,
  percentageOf: (of: Reviewed) => number,
): Promise<void> {
  const { place, cast } = story;
  const office = one(cast, 'office');
  const from = new Date((await clockOf(place)) + 3 * day).toISOString().slice(0, 10);
  await inParallel(reviewed, width, ({ applicationId, panel, sub }) =>
    office.call('planOnSite', {
      params: { applicationId },
      body: { from, to: from, team: panel.map((p) => cast.idOf(p)), items: [{ code: codes[sub][0] ?? '' }] },
    }),
  );
  await moveClock(place, { by: '+5d' });
  await inParallel(reviewed, width, async (of) => {
    const { applicationId, panel, sub } = of;
    const params = { applicationId };
    const leader = one(cast, panel[0] ?? '');
    await leader.call('recordOnSiteFinding', {
      params: { ...params, code: codes[sub][0] ?? '' },
      body: { verdict: 'confirmed', text: '现场核实与申报材料一致。' },
    });
    for (const p of panel) await one(cast, p).call('signFindings', { params });
    await one(cast, sub).call('answerFindings', { params, body: { decision: 'signed' } });
    const items = codes[sub].map((code) => ({ code, percentage: percentageOf(of), comment: '现场核实。' }));
    await leader.call('handInOnSiteReport', { params, body: { items, conclusion: '现场评审通过。' } });
    await untilStage(office, applicationId, 'Recommendation');
  });
}
