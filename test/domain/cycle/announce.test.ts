import { describe, expect, it, test } from 'vitest';
import { announce } from '#domain/cycle/announce';
import type { Cycle } from '#domain/cycle/cycle';
import { phaseOf } from '#domain/cycle/cycle';
import { changeDraft, newCycle } from '#domain/cycle/draft';
import { missingIn } from '#domain/cycle/missing';
import { rules } from '#domain/cycle/rules';
import { at, officer } from '#test/build/an-application';
import { aDraft, anAnnounced, aResolution, calendars, described, documents, ground, newId } from '#test/build/cycle';
import { refusalBy } from '#test/build/refused';

const now = '2027-03-01T01:00:00.000Z';
const announced = (of: Cycle, given: { others?: Cycle[]; calendars?: typeof calendars } = {}, on = now) =>
  announce(of, documents, { others: [], calendars, newId, ...given }, at(officer, on));
const refusal = (...of: Parameters<typeof announced>) => refusalBy(() => announced(...of));

test.each([
  ['2027-06-30T15:59:59.999Z', 'open'],
  ['2027-06-30T16:00:00.000Z', 'closed'],
  ['2027-06-30T16:00:00.500Z', 'closed'],
  ['2027-05-31T16:00:00.000Z', 'open'],
  ['2027-05-31T15:59:59.999Z', 'announced'],
] as const)('a cycle whose times were typed without milliseconds is at %s %s', (moment, phase) => {
  const of = anAnnounced({ opensAt: '2027-05-31T16:00:00Z', closesAt: '2027-06-30T16:00:00Z' });
  expect(phaseOf(of, moment)).toBe(phase);
});

test.each(['draft', 'completed', 'archived'] as const)('a %s cycle is so whatever the clock says', (status) => {
  expect(phaseOf({ ...anAnnounced(), status }, '2027-06-01T00:00:00.000Z')).toBe(status);
});

describe('an announcement', () => {
  it.each([
    ['the approval reference', { approvalReference: undefined }, 'approvalReference', 'A3'],
    ['the rule set', { ruleSetVersion: undefined }, 'ruleSetVersion', 'A1'],
    ['criteria for organisations', { criteria: { individual: 'crt_i' } }, 'criteria.organisation', 'A11'],
    ['criteria for individuals', { criteria: { organisation: 'crt_o' } }, 'criteria.individual', 'A11'],
    [
      'a single place',
      {
        rules: {
          ...rules.parse({}),
          quotas: {
            qualityAward: { organisation: 0, individual: 0 },
            nominationAward: { organisation: 0, individual: 0 },
          },
        },
      },
      'rules.quotas',
      'A5',
    ],
    ['the calendar of its last year', { closesAt: '2028-01-31T16:00:00.000Z' }, 'calendars', 'A16'],
  ])('without %s is refused by its name', (_, without, field, article) => {
    const draft = aDraft(without);
    expect(missingIn(draft, calendars)).toMatchObject([{ field, article }]);
    expect(refusal(draft)).toMatchObject({ code: 'cycle.incomplete', detail: { fields: [field] } });
  });

  it('gives announcement and circular a number each', () => {
    const circular = { ...documents.circular, number: documents.announcement.number };
    const command = { ...documents, circular };
    const given = { others: [], calendars, newId };
    expect(refusalBy(() => announce(aDraft(), command, given, at(officer, now)))?.code).toBe('cycle.number-taken');
  });

  it('names everything that is missing at once', () => {
    const bare = aDraft({ approvalReference: undefined, ruleSetVersion: undefined, criteria: {} });
    expect(refusal(bare, { calendars: [] })?.detail.fields).toEqual([
      'ruleSetVersion',
      'approvalReference',
      'criteria.organisation',
      'criteria.individual',
      'calendars',
    ]);
  });

  it('needs no calendar of the year in which only the closing instant is: 24:00 of 31 December', () => {
    expect(refusal(aDraft({ closesAt: '2027-12-31T16:00:00.000Z' }))).toBeUndefined();
    expect(refusal(aDraft({ closesAt: '2027-12-31T16:00:00.001Z' }))?.code).toBe('cycle.incomplete');
  });

  it('pins rule set, criteria, settings and calendars, and publishes both documents', () => {
    const { cycle, documents: published } = announced(aDraft());
    expect(cycle.next).toMatchObject({
      status: 'announced',
      ruleSet: { version: 1, documentNumber: '昆政发〔2020〕1号', issuedOn: '2020-12-25' },
      criteria: { organisation: { editionId: 'crt_o' }, individual: { editionId: 'crt_i' } },
      settingsVersion: 1,
      calendars: [{ year: 2027, revision: 2, source: '国办通知' }],
      announcement: { number: '公告1号', publishedAt: now },
      circular: { number: '通知1号', publishedAt: now },
    });
    expect(cycle.next.announcement).not.toHaveProperty('text');
    expect(published.map(({ next }) => [next.kind, next.number, next.text, next.cycleId])).toEqual([
      ['announcement', '公告1号', '不收取任何费用。', 'cyc_1'],
      ['circular', '通知1号', '请做好推荐工作。', 'cyc_1'],
    ]);
  });

  it('comes no later than the opening, and once', () => {
    const opening = described().opensAt;
    expect(refusal(aDraft(), {}, opening)).toBeUndefined();
    expect(refusal(aDraft(), {}, '2027-05-31T16:00:00.001Z')?.code).toBe('cycle.dates-wrong');
    expect(refusal(anAnnounced())?.code).toBe('cycle.already-announced');
  });

  it.each([
    [2022, undefined],
    [2023, 'cycle.too-soon'],
    [2027, 'cycle.too-soon'],
    [2031, 'cycle.too-soon'],
    [2032, undefined],
  ])('of 2027 beside a cycle of %i is refused: %s', (year, code) => {
    const others = [{ ...anAnnounced(), cycleId: 'cyc_0', year }];
    expect(refusal(aDraft(), { others })?.code).toBe(code);
    for (const status of ['completed', 'archived'] as const)
      expect(refusal(aDraft(), { others: others.map((c) => ({ ...c, status })) })?.code).toBe(code);
    expect(refusal(aDraft(), { others: others.map((c) => ({ ...c, status: 'draft' })) })).toBeUndefined();
  });

  it('within five years takes a resolution of the committee on just that', () => {
    const others = [{ ...anAnnounced(), cycleId: 'cyc_0', year: 2025 }];
    const allowed = aDraft({}, { resolution: aResolution('earlierCycle') });
    expect(announced(allowed, { others }).cycle.next.exceptionalResolution).toEqual({
      resolutionId: 'res_1',
      number: '评审委〔2027〕1号',
      adoptedOn: '2027-03-01',
    });
    const onOther = () => aDraft({}, { resolution: aResolution('cycleAmendment') });
    expect(refusalBy(onOther)?.code).toBe('resolution.does-not-say-so');
    const ofAnother = () => aDraft({}, { resolution: aResolution('earlierCycle', { programmeId: 'another' }) });
    expect(refusalBy(ofAnother)?.code).toBe('resolution.does-not-say-so');
    const old = aResolution('earlierCycle', { adoptedOn: '2027-02-28' });
    expect(refusalBy(() => aDraft({}, { resolution: old, others }))?.code).toBe('resolution.date-before');
  });
});

describe('a draft', () => {
  it('is changed as a whole, and only until it is announced', () => {
    const { next, events } = changeDraft(aDraft(), described({ title: '第五届', criteria: {} }), ground(), at(officer));
    expect(next).toMatchObject({ title: '第五届', criteria: {}, status: 'draft', cycleId: 'cyc_1' });
    expect(events[0]?.type).toBe('cycleDraftChanged');
    expect(refusalBy(() => changeDraft(anAnnounced(), described(), ground(), at(officer)))?.code).toBe(
      'cycle.already-announced',
    );
  });

  it.each([
    ['a version of the rule set that is not there', { ruleSetVersion: 2 }, 'rule-set.unknown'],
    ['criteria for the other kind', { criteria: { organisation: 'crt_i' } }, 'criteria.not-of-kind'],
    ['a closing before the opening', { closesAt: '2027-05-31T16:00:00.000Z' }, 'cycle.dates-wrong'],
  ])('with %s is refused', (_, given, code) => {
    expect(refusalBy(() => aDraft(given))?.code).toBe(code);
  });

  it('takes settings with their defaults, and none that nobody knows', () => {
    const body = { title: '届', year: 2027, opensAt: described().opensAt, closesAt: described().closesAt };
    expect(newCycle.parse({ ...body, rules: { panelSize: 7 } }).rules).toEqual({ ...rules.parse({}), panelSize: 7 });
    expect(newCycle.safeParse({ ...body, rules: { panelsize: 7 } }).success).toBe(false);
    expect(newCycle.safeParse({ ...body, rules: { weights: { onSite: 70, defence: 40 } } }).success).toBe(false);
  });
});
