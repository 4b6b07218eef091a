import { describe, expect, it } from 'vitest';
import type * as z from 'zod';
import { closingOf } from '#domain/application/extend';
import { amend, newAmendment } from '#domain/cycle/amend';
import type { Cycle } from '#domain/cycle/cycle';
import { at, officer } from '#test/build/an-application';
import { aDraft, anAnnounced, aResolution } from '#test/build/cycle';
import { refusalBy } from '#test/build/refused';

type Changes = z.input<typeof newAmendment>['changes'];
const document = { number: '变更1号', title: '变更公告', text: '延长申报时间。' };
const before = '2027-05-01T00:00:00.000Z';
const open = '2027-06-15T00:00:00.000Z';
const lastMoment = '2027-06-30T15:59:59.999Z';
const closing = '2027-06-30T16:00:00.000Z';

const amended = (changes: Changes, { of = anAnnounced(), now = open, on = aResolution('cycleAmendment') } = {}) =>
  amend(
    of,
    newAmendment.parse({ resolutionId: on.resolutionId, document, changes }),
    { resolution: on, publicationId: 'pub_9' },
    at(officer, now),
  );
const refusal = (...of: Parameters<typeof amended>) => refusalBy(() => amended(...of));
const later = { closesAt: '2027-07-10T16:00:00Z' };

describe('an extension of one applicant', () => {
  const extension = { closesAt: '2027-07-05T00:00:00.000Z', reason: '不可抗力', by: 'officer', at: open };
  it('never takes days away when the cycle itself is extended further', () => {
    expect(closingOf({ extension }, { closesAt: closing })).toBe(extension.closesAt);
    expect(closingOf({ extension }, { closesAt: '2027-07-10T16:00:00.000Z' })).toBe('2027-07-10T16:00:00.000Z');
  });
});

describe('an amendment', () => {
  it('moves the closing later, says by which resolution and document, and is numbered', () => {
    const { cycle, documents } = amended(later);
    expect(cycle.next.closesAt).toBe('2027-07-10T16:00:00.000Z');
    expect(cycle.next.amendments).toEqual([
      {
        amendment: 1,
        at: open,
        resolution: { resolutionId: 'res_1', number: '评审委〔2027〕1号', adoptedOn: '2027-03-01' },
        document: { publicationId: 'pub_9', number: '变更1号', title: '变更公告', publishedAt: open },
        changes: [{ field: 'closesAt', from: closing, to: '2027-07-10T16:00:00.000Z' }],
      },
    ]);
    expect(documents[0]?.next).toMatchObject({ kind: 'amendment', text: '延长申报时间。' });
    expect(cycle.events[0]).toMatchObject({ type: 'cycleAmended', detail: { amendment: 1, document: '变更1号' } });
    const second = amended({ rules: { noticeDays: { count: 7, unit: 'workingDays' } } }, { of: cycle.next });
    expect(second.cycle.next.amendments.map((a) => a.amendment)).toEqual([1, 2]);
    expect(second.cycle.next.rules.noticeDays).toEqual({ count: 7, unit: 'workingDays' });
    expect(second.cycle.next.rules.quorum).toEqual([2, 3]);
  });

  it('never touches the criteria or the rule set', () => {
    expect(refusal({ ...later, criteria: { organisation: 'crt_9' } })).toEqual({
      code: 'cycle.never-amended',
      detail: { fields: ['criteria'] },
    });
    expect(refusal({ ruleSetVersion: 2 })?.code).toBe('cycle.never-amended');
  });

  it.each<[string, Changes, string, string | undefined]>([
    ['the closing earlier', { closesAt: '2027-06-29T16:00:00.000Z' }, open, 'cycle.closing-only-later'],
    ['the closing in the last millisecond', later, lastMoment, undefined],
    ['the closing once it has passed', later, closing, 'cycle.closed-already'],
    ['the closing to 24:00 of 31 December', { closesAt: '2027-12-31T16:00:00.000Z' }, open, undefined],
    ['the closing into the next year', { closesAt: '2027-12-31T16:00:00.001Z' }, open, 'cycle.closing-year'],
    ['the opening before it', { opensAt: '2027-06-02T16:00:00.000Z' }, before, undefined],
    ['the opening into the past', { opensAt: '2027-04-30T16:00:00.000Z' }, before, 'cycle.dates-wrong'],
    ['the opening after it', { opensAt: '2027-06-20T16:00:00.000Z' }, open, 'cycle.opened-already'],
    ['the opening past the closing', { opensAt: closing }, before, 'cycle.dates-wrong'],
    ['nothing', { closesAt: closing, rules: { panelSize: 5 } }, open, 'cycle.nothing-changed'],
    ['a setting that nobody knows', { rules: { panelsize: 7 } }, open, 'cycle.setting-unknown'],
    ['a setting to what it does not take', { rules: { panelSize: 9 } }, open, 'cycle.setting-wrong'],
    ['who may apply before the opening', { rules: { registrationYears: 2 } }, before, undefined],
    ['who may apply once it is open', { rules: { registrationYears: 2 } }, open, 'cycle.setting-fixed'],
    ['the weights while open', { rules: { weights: { onSite: 60, defence: 40 } } }, lastMoment, undefined],
    [
      'the weights after the closing',
      { rules: { weights: { onSite: 60, defence: 40 } } },
      closing,
      'cycle.setting-fixed',
    ],
    ['the length of notices after the closing', { rules: { objectionWorkingDays: 7 } }, closing, undefined],
  ])('of %s: %j', (_, changes, now, code) => {
    expect(refusal(changes, { now })?.code).toBe(code);
  });

  it('needs a resolution of the committee on just that, of the programme', () => {
    expect(refusal(later, { on: aResolution('policyOpinion') })?.code).toBe('resolution.does-not-say-so');
    const ofAnother = aResolution('cycleAmendment', { programmeId: 'another' });
    expect(refusal(later, { on: ofAnother })?.code).toBe('resolution.does-not-say-so');
    const before = aResolution('cycleAmendment', { adoptedOn: '2027-02-28' });
    expect(refusal(later, { on: before })).toEqual({ code: 'resolution.date-before', detail: { since: '2027-03-01' } });
    const own = aResolution('cycleAmendment', { recordedBy: officer.personId });
    expect(refusal(later, { on: own })?.code).toBe('resolution.own');
  });

  it.each<[string, Cycle, string]>([
    ['a draft', aDraft(), 'cycle.not-announced'],
    ['a completed cycle', { ...anAnnounced(), status: 'completed' }, 'cycle.over'],
    ['an archived cycle', { ...anAnnounced(), status: 'archived' }, 'cycle.over'],
  ])('of %s is refused', (_, of, code) => {
    expect(refusal(later, { of })?.code).toBe(code);
  });
});
