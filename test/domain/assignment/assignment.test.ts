import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Application } from '#domain/application/application';
import type { Candidate } from '#domain/assessor/eligible';
import { assignPanel } from '#domain/assignment/assign-panel';
import { decideAssignment, faultsOf } from '#domain/assignment/assignment';
import { formulate } from '#domain/assignment/formulate';
import { problemOf } from '#domain/assignment/problem';
import { proposalOf } from '#domain/assignment/proposal';
import { solve } from '#functions/api/assignment/solve';
import { at, officer, owner } from '#test/build/an-application';
import { refusalBy } from '#test/build/refused';
import { aCandidate, aCycleUnderReview, anEntry, handedIn, inReview, panelRules } from '#test/build/review';

const cases = (n: number): Application[] =>
  Array.from({ length: n }, (_, i) => inReview({ applicationId: `app_${i}`, panel: undefined }));
const pool = (n: number): Candidate[] =>
  Array.from({ length: n }, (_, i) => aCandidate(`p${String(i).padStart(2, '0')}`));

async function propose(applications: Application[], candidates: Candidate[], rules = panelRules) {
  const problem = problemOf(applications, candidates, {
    rules,
    today: '2027-03-01',
    categoriesOf: () => ['4.1', '4.5', '4.7'],
  });
  return proposalOf(problem, await solve(formulate(problem)));
}
const sizes = (p: Awaited<ReturnType<typeof propose>>) => p.panels.map((panel) => panel.assessorIds.length);

describe('the proposal', () => {
  it('fills every seat and spreads the load: 4 panels of 5 over 10 assessors are 2 each', async () => {
    const proposed = await propose(cases(4), pool(10));
    expect(sizes(proposed)).toEqual([5, 5, 5, 5]);
    expect(proposed.loads.map((l) => l.after)).toEqual(Array.from({ length: 10 }, () => 2));
    expect(proposed.panels[0]?.seats[0]?.why.zh).toContain('本届承担 0 → 2 / 12 项');
  });

  it('takes the load into account that is there already', async () => {
    const busy = aCandidate('p00', { reviews: new Set(['x', 'y', 'z']) });
    const { loads } = await propose(cases(1), [busy, ...pool(6).slice(1)]);
    expect(loads.find((l) => l.personId === 'p00')).toMatchObject({ before: 3, after: 3 });
  });

  it('prefers who knows the trade, at equal load', async () => {
    const expert = aCandidate('p09', { entry: anEntry('p09', { industries: ['某厂'], categories: ['4.1'] }) });
    const { panels } = await propose(cases(1), [...pool(9), expert]);
    expect(panels[0]?.assessorIds).toContain('p09');
    expect(panels[0]?.leaderId).toBe('p09');
  });

  it('gives each panel what it needs before any gets more', async () => {
    expect(sizes(await propose(cases(3), pool(10), { ...panelRules, assessorLoad: 1 })).sort()).toEqual([3, 3, 4]);
  });

  it('never breaks a hard constraint, and says what blocks an empty seat', async () => {
    const of = inReview({
      applicationId: 'app_0',
      panel: undefined,
      conflicts: [
        {
          personId: 'p00',
          ground: 'kin',
          statement: '',
          source: 'recorded',
          by: 'officer',
          at: '2027-01-01T00:00:00.000Z',
          leftPanel: false,
        },
      ],
    });
    const [conflicted, ...rest] = pool(2);
    const { panels } = await propose(
      [of],
      [
        conflicted!,
        ...rest,
        aCandidate('q1', { pledged: false }),
        aCandidate('q2', { entry: anEntry('q2', { employments: [{ name: '昆明某厂' }] }) }),
        aCandidate('q3', { isAssessor: false }),
        aCandidate('q4', { reviews: new Set(Array.from({ length: 12 }, (_, i) => `x${i}`)) }),
        aCandidate('q5', { entry: undefined }),
        aCandidate('owner'),
      ],
    );
    expect(panels[0]?.assessorIds).toEqual(['p01']);
    expect(panels[0]?.unfilled).toMatchObject({ seats: 4, short: true });
    expect(Object.fromEntries(panels[0]?.unfilled.blockedBy.map((b) => [b.block, b.people]) ?? [])).toEqual({
      ...{ conflict: 1, notPledged: 1, conflictDetected: 1, notAssessor: 1, loadFull: 1, noTerm: 1, applicant: 1 },
    });
  });

  it('fills the seat that a conflict emptied and leaves the others where they are', async () => {
    const panel = { leaderId: 'p03', assessorIds: ['p03', 'p04', 'p05', 'p06'], formedAt: '2027-02-01T00:00:00.000Z' };
    const { panels } = await propose([inReview({ applicationId: 'app_0', panel })], pool(9));
    expect(panels[0]).toMatchObject({ leaderId: 'p03', unfilled: { seats: 0, short: false } });
    expect(panels[0]?.assessorIds.slice(0, 4)).toEqual(panel.assessorIds);
    expect(panels[0]?.seats).toHaveLength(1);
  });

  it('is the same whatever the order, and as good as trying everything', { timeout: 60_000 }, async () => {
    const given = fc.record({
      blocked: fc.array(fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }), { minLength: 3, maxLength: 3 }),
      loads: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 5, maxLength: 5 }),
    });
    const rules = { panelSize: 2, panelMinimum: 1, assessorLoad: 3, conflictYears: 3 };
    await fc.assert(
      fc.asyncProperty(given, async ({ blocked, loads }) => {
        const people = loads.map((n, i) =>
          aCandidate(`p${i}`, { reviews: new Set(Array.from({ length: n }, (_, k) => `x${k}`)) }),
        );
        const of = blocked.map((row, j) =>
          inReview({
            applicationId: `app_${j}`,
            panel: undefined,
            conflicts: row.flatMap((b, i) =>
              b
                ? [
                    {
                      personId: `p${i}`,
                      ground: 'kin' as const,
                      statement: '',
                      source: 'declared' as const,
                      by: '',
                      at: '',
                      leftPanel: false,
                    },
                  ]
                : [],
            ),
          }),
        );
        const proposed = await propose(of, people, rules);
        expect(await propose([...of].reverse(), [...people].reverse(), rules)).toEqual(proposed);
        const filled = sizes(proposed).reduce((a, b) => a + b, 0);
        expect(filled).toBe(mostSeats(blocked, loads));
        for (const [j, panel] of proposed.panels.entries())
          for (const id of panel.assessorIds) expect(blocked[j]?.[Number(id.slice(1))]).toBe(false);
        for (const load of proposed.loads) expect(load.after).toBeLessThanOrEqual(3);
      }),
      { numRuns: 40 },
    );
  });
});

/** The most seats that can be filled, by trying every choice for one panel after the other. */
function mostSeats(blocked: readonly (readonly boolean[])[], loads: readonly number[], j = 0): number {
  const row = blocked[j];
  if (!row) return 0;
  const free = row.flatMap((b, i) => (!b && (loads[i] ?? 3) < 3 ? [i] : []));
  const choices = [[], ...free.map((i) => [i]), ...free.flatMap((a) => free.filter((b) => b > a).map((b) => [a, b]))];
  return Math.max(
    ...choices.map(
      (chosen) =>
        chosen.length +
        mostSeats(
          blocked,
          loads.map((l, i) => l + (chosen.includes(i) ? 1 : 0)),
          j + 1,
        ),
    ),
  );
}

describe('the assignment', () => {
  const cycle = aCycleUnderReview();
  const applications = new Map(cases(3).map((a) => [a.applicationId, a]));
  const candidates = new Map(pool(6).map((c) => [c.personId, c]));
  const ground = { applications, candidates, sheets: new Map() };
  const wanted = (applicationId: string, assessorIds = ['p00', 'p01', 'p02']) => ({
    applicationId,
    assessorIds,
    leaderId: assessorIds[0] ?? '',
  });
  const decide = (panels: ReturnType<typeof wanted>[], given = ground) =>
    decideAssignment(cycle, 'asg_1', panels, given, at(officer));

  it('is saved whole, and only by the office', () => {
    expect(decide([wanted('app_0'), wanted('app_1')]).next.panels).toHaveLength(2);
    expect(refusalBy(() => decideAssignment(cycle, 'asg_1', [], ground, at(owner)))?.code).toBe('person.role-missing');
    expect(refusalBy(() => decide([wanted('app_0'), wanted('app_0')]))?.code).toBe('assignment.twice');
  });

  it('is all or nothing: one panel that does not stand keeps all back, and is named', () => {
    const faulty = [wanted('app_0'), wanted('app_1', ['p00', 'p01', 'nobody']), wanted('elsewhere')];
    expect(refusalBy(() => decide(faulty))).toMatchObject({ code: 'assignment.faults', detail: { count: 2 } });
    expect(faultsOf(cycle, faulty, ground, at(officer)).map((f) => [f.applicationId, f.code])).toEqual([
      ['app_1', 'panel.not-assessors'],
      ['elsewhere', 'record.not-found'],
    ]);
  });

  it('adds the loads up over its own panels', () => {
    const eleven = aCandidate('p00', { reviews: new Set(Array.from({ length: 11 }, (_, i) => `x${i}`)) });
    const full = { ...ground, candidates: new Map([...candidates, ['p00', eleven]]) };
    expect(faultsOf(cycle, [wanted('app_0')], full, at(officer))).toEqual([]);
    expect(faultsOf(cycle, [wanted('app_0'), wanted('app_1')], full, at(officer)).map((f) => f.code)).toEqual([
      'panel.load-full',
    ]);
  });

  it('forms each panel once, and leaves one alone where a conflict or a sheet came in between', () => {
    const { next } = decide([wanted('app_0')]);
    const of = applications.get('app_0')!;
    const formed = assignPanel(next, next.panels[0]!, of, [], at(officer))!;
    expect(formed.next).toMatchObject({ lists: ['asg_1'], panel: { assessorIds: ['p00', 'p01', 'p02'] } });
    expect(assignPanel(next, next.panels[0]!, formed.next, [], at(officer))).toBeUndefined();
    expect(assignPanel(next, next.panels[0]!, { ...of, stage: 'Withdrawn' }, [], at(officer))).toBeUndefined();
    const between = {
      personId: 'p01',
      ground: 'kin',
      statement: '',
      source: 'declared',
      by: '',
      at: '',
      leftPanel: false,
    } as const;
    const kept = assignPanel(next, next.panels[0]!, { ...of, conflicts: [between] }, [], at(officer))!;
    expect([kept.next.panel, kept.events[0]?.type]).toEqual([undefined, 'panelNotFormed']);
    const dropping = assignPanel(next, next.panels[0]!, of, [handedIn('leader')], at(officer))!;
    expect(dropping.events[0]?.type).toBe('panelNotFormed');
  });
});
