import { describe, expect, test } from 'vitest';
import { systemActor } from '#domain/actor';
import { applyNotice } from '#domain/public-notice/apply-notice';
import { draftNotice } from '#domain/public-notice/draft';
import { endNotice } from '#domain/public-notice/end-notice';
import { publishNotice } from '#domain/public-notice/publish';
import { wakeOutput } from '#domain/public-notice/wake';
import { at, officer, owner } from '#test/build/an-application';
import { aCycle, anIndividual, anOrganisation, calendars } from '#test/build/eligibility';
import { endsAt, underNotice } from '#test/build/notice';
import { refusalOf } from '#test/build/refusal';

const organisation = anOrganisation({ stage: 'EligibilityNotice' });
const person = anIndividual({}, { stage: 'EligibilityNotice' });
const source = { kind: 'EligibilityNotice' as const, applications: [organisation, person], earlier: [], calendars };
const named = { title: '公示', noticeId: 'ntc_1', listId: 'lst_1' };
const publish = (more: Partial<Parameters<typeof publishNotice>[1]> = {}, who = officer) =>
  publishNotice(aCycle(), { ...source, ...more }, named, at(who));

describe('publication', () => {
  test('five working days after the day itself, to 24:00 (D2)', () =>
    expect(publish().notice.next).toMatchObject({
      publishedAt: '2027-03-01T01:00:00.000Z',
      lastDay: '2027-03-09',
      endsAt,
    }));

  test('shows names and the employer of an individual, nothing else', () =>
    expect(publish().notice.next.entries).toEqual([
      { applicationId: 'app_1', name: '滇池机械', kind: 'organisation' },
      { applicationId: 'app_2', name: '王工', kind: 'individual', employer: '滇池机械' },
    ]));

  test('the award notice names the award voted', () => {
    const awarding = { award: 'qualityAward' as const, meetingId: 'm', votedAt: '2027-03-01T00:00:00.000Z' };
    const proposed = anOrganisation({ stage: 'AwardNotice', awarding });
    const { notice, list } = publish({ kind: 'AwardNotice', applications: [proposed] });
    expect(notice.next.entries).toMatchObject([{ award: 'qualityAward' }]);
    expect(list.next).toMatchObject({ kind: 'awardNotice', entries: [{ outcome: 'in', award: 'qualityAward' }] });
  });

  test('the list carries the notice to its applications', () => {
    const { list } = publish();
    expect(list.next).toMatchObject({ kind: 'eligibilityNotice', facts: { noticeId: 'ntc_1', endsAt } });
    expect(list.events).toEqual([{ type: 'listFixed', detail: { kind: 'eligibilityNotice', listId: 'lst_1' } }]);
  });

  test('nobody is published twice, also while an earlier list is on its way', () => {
    const earlier = [{ entries: [{ applicationId: 'app_1', outcome: 'in' as const, reason: '' }] }];
    expect(publish({ earlier }).notice.next.entries.map((e) => e.applicationId)).toEqual(['app_2']);
    const published = { ...person, notices: { EligibilityNotice: { noticeId: 'ntc_0', endsAt } } };
    expect(refusalOf(() => publish({ earlier, applications: [organisation, published] }))).toBe('notice.nobody');
  });

  test('the preview is what would be published', () => {
    const { kind, lastDay, endsAt: ends, entries } = publish().notice.next;
    expect(draftNotice({ ...source, rules: aCycle().rules }, '2027-03-01T01:00:00.000Z')).toEqual({
      kind,
      lastDay,
      endsAt: ends,
      entries,
    });
  });

  test('only the office publishes', () => expect(refusalOf(() => publish({}, owner))).toBe('person.role-missing'));
});

describe('applied to an application', () => {
  const { list } = publish();
  const entry = list.next.entries[0]!;
  const apply = (of = organisation) => applyNotice(of, list.next, entry, at(systemActor));

  test('it stands in the notice, owes nothing, and its machine wakes', () => {
    const { next, events } = apply({ ...organisation, duty: { party: 'office', dueOn: '2027-03-10', reminded: [] } });
    expect(next.notices.EligibilityNotice).toEqual({ noticeId: 'ntc_1', endsAt });
    expect(next.duty).toBeUndefined();
    expect(events).toMatchObject([{ type: 'noticePublished', wake: true }]);
  });

  test('a second notice changes nothing', () => {
    const { next } = apply();
    expect(
      applyNotice(
        { ...next },
        { ...list.next, facts: { noticeId: 'ntc_2', endsAt: '2028-01-01T00:00:00.000Z' } },
        entry,
        at(systemActor),
      ),
    ).toMatchObject({ next, events: [] });
  });
});

describe('the end', () => {
  const end = (of: Parameters<typeof endNotice>[0], now: string) => endNotice(of, at(systemActor, now));
  test.each([
    ['EligibilityNotice', 'MaterialReview'],
    ['AwardNotice', 'GovernmentApproval'],
  ] as const)('%s leads to %s', (kind, to) => expect(end(underNotice(kind), endsAt).next.stage).toBe(to));

  test('not a millisecond early', () =>
    expect(refusalOf(() => end(underNotice(), '2027-03-09T15:59:59.999Z'))).toBe('notice.running'));
  test('an open objection keeps it, also beside a dismissed one', () =>
    expect(end(underNotice('EligibilityNotice', 'dismissed', 'open'), endsAt)).toMatchObject({
      next: { stage: 'EligibilityNotice' },
      events: [],
    }));
  test('dismissed objections do not', () =>
    expect(end(underNotice('EligibilityNotice', 'dismissed'), endsAt).next.stage).toBe('MaterialReview'));
  test('without a notice there is no end', () =>
    expect(refusalOf(() => end(organisation, endsAt))).toBe('notice.not-published'));
  test.each([
    ['the office', officer],
    ['the applicant', owner],
  ])('%s cannot end it', (_, who) =>
    expect(refusalOf(() => endNotice(underNotice(), at(who, endsAt)))).toBe('person.role-missing'),
  );
});

describe('what the waiting machine is told', () => {
  test.each([
    ['nothing while nothing is published', organisation, undefined],
    ['until when the notice runs', underNotice(), { stage: 'EligibilityNotice', until: endsAt }],
    ['nothing while an objection is open', underNotice('EligibilityNotice', 'open'), undefined],
    [
      'the time again once it is dismissed',
      underNotice('EligibilityNotice', 'dismissed'),
      { stage: 'EligibilityNotice', until: endsAt },
    ],
    ['the stage it moved on to', anOrganisation({ stage: 'Withdrawn' }), { stage: 'Withdrawn' }],
  ])('%s', (_, of, expected) => expect(wakeOutput(of, 'EligibilityNotice')).toEqual(expected));

  test('a stage without a notice waits until it is left', () => {
    expect(wakeOutput(anOrganisation(), 'EligibilityReview')).toBeUndefined();
    expect(wakeOutput(anOrganisation({ stage: 'Consultation' }), 'EligibilityReview')).toEqual({
      stage: 'Consultation',
    });
  });
});
