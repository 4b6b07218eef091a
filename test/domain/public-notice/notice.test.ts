import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { systemActor } from '#domain/actor';
import type { Application } from '#domain/application/application';
import { applyNotice } from '#domain/public-notice/apply-notice';
import { draftNotice, periodFrom } from '#domain/public-notice/draft';
import { endNotice } from '#domain/public-notice/end-notice';
import { gatherPage, voidNotice } from '#domain/public-notice/gather';
import { correctNotice, prepareNotice } from '#domain/public-notice/prepare';
import { publishNotice } from '#domain/public-notice/publish';
import { wakeOutput } from '#domain/public-notice/wake';
import { rules } from '#domain/cycle/rules';
import { noticePage } from '#functions/api/notice/notice-page';
import { at, officer, owner } from '#test/build/an-application';
import { aCycle, anIndividual, anOrganisation, calendars } from '#test/build/eligibility';
import { aNotice, answered, endsAt, underNotice } from '#test/build/notice';
import { refusalOf } from '#test/build/refusal';

const organisation = anOrganisation({ stage: 'EligibilityNotice', consultations: answered });
const person = anIndividual({}, { stage: 'EligibilityNotice', consultations: answered });
const kind = 'EligibilityNotice' as const;
const programme = { name: '市长质量奖', nameEn: "Mayor's Quality Award" };
const standing = { cycle: aCycle(), programme, earlier: [], lists: [] };
const named = { kind, title: '公示', noticeId: 'ntc_1', listId: 'lst_1' };

describe('the period (D2)', () => {
  test.each([
    ['working days, a holiday among them', '2027-03-01T01:00:00.000Z', 5, 'workingDays', '2027-03-02', '2027-03-09'],
    ['in the last millisecond of a day', '2027-03-01T15:59:59.999Z', 5, 'workingDays', '2027-03-02', '2027-03-09'],
    ['a millisecond later', '2027-03-01T16:00:00.000Z', 5, 'workingDays', '2027-03-03', '2027-03-10'],
    ['over a shifted working Saturday', '2027-02-25T01:00:00.000Z', 5, 'workingDays', '2027-02-26', '2027-03-03'],
    ['calendar days', '2027-03-01T01:00:00.000Z', 8, 'calendarDays', '2027-03-02', '2027-03-09'],
  ] as const)('%s', (_, now, count, unit, firstDay, lastDay) =>
    expect(periodFrom(now, rules.parse({ noticeDays: { count, unit } }), calendars)).toMatchObject({
      firstDay,
      lastDay,
    }),
  );

  test('it ends at 24:00 of the last day', () =>
    expect(periodFrom('2027-03-01T01:00:00.000Z', aCycle().rules, calendars).endsAt).toBe(endsAt));
});

describe('who is on it', () => {
  test('names, and the employer of an individual, nothing else', () =>
    expect(draftNotice([organisation, person], { kind }).entries).toEqual([
      { applicationId: 'app_1', name: '滇池机械', kind: 'organisation' },
      { applicationId: 'app_2', name: '王工', kind: 'individual', employer: '滇池机械' },
    ]));

  const [letter] = answered;
  const silent = { ...letter!, answer: undefined };
  const objecting = { ...letter!, answer: { ...letter!.answer!, verdict: 'objection' as const } };
  const escalation = { outcome: '督办', by: 'officer', at: '2027-02-27T00:00:00.000Z' };
  const assessment = { text: '不影响', by: 'officer', at: '2027-02-27T00:00:00.000Z' };
  const published = (noticeId: string) => ({ EligibilityNotice: { noticeId, endsAt } });
  const proposed = { reason: '查', article: 'A13(3)', by: 'officer', at: '2027-02-27T00:00:00.000Z' };
  test.each<[string, Partial<Application>, string | undefined]>([
    ['everyone consulted on', {}, undefined],
    ['an escalated silence', { consultations: [{ ...silent, escalation }] }, undefined],
    ['an objection that is met', { consultations: [{ ...objecting, assessment }] }, undefined],
    ['a silent department', { consultations: [letter!, silent] }, 'silentDepartment'],
    ['an objection that is not met', { consultations: [objecting] }, 'departmentObjects'],
    ['nobody asked', { consultations: [] }, 'notConsulted'],
    ['suspended', { refusalProposal: proposed }, 'suspended'],
    ['published before', { notices: published('ntc_0') }, 'published'],
    ['still consulted on', { stage: 'Consultation' }, 'underReview'],
  ])('%s', (_, given, because) => {
    const { entries, out } = draftNotice([{ ...organisation, ...given }], { kind });
    expect(out.map((o) => o.because)).toEqual(because ? [because] : []);
    expect(entries).toHaveLength(because ? 0 : 1);
  });

  test('an award notice names the award voted, and nobody without a vote', () => {
    const awarding = { award: 'qualityAward' as const, meetingId: 'm', votedAt: '2027-03-01T00:00:00.000Z' };
    const stage = 'AwardNotice' as const;
    const drafted = draftNotice([anOrganisation({ stage, awarding }), anOrganisation({ stage })], { kind: stage });
    expect(drafted).toMatchObject({ entries: [{ award: 'qualityAward' }], out: [{ because: 'notVoted' }] });
  });

  test('no identifier, telephone, address or score of anyone can appear, on the page neither', () => {
    const secrets = fc.record({
      idNumber: fc.stringMatching(/^[1-9]\d{16}[\dX]$/),
      contactPhone: fc.stringMatching(/^1[3-9]\d{9}$/),
      score: fc.integer({ min: 100_001, max: 999_999 }),
    });
    fc.assert(
      fc.property(secrets, ({ idNumber, contactPhone, score }) => {
        const contactEmail = `x${contactPhone}@example.org`;
        const one = anIndividual({ idNumber, contactPhone, contactEmail }, { stage: kind, consultations: answered });
        const listed = { listId: 'l', compositeMilli: score, award: 'qualityAward' as const, reason: '', at: endsAt };
        const two = anOrganisation(
          { stage: kind, consultations: answered, listed },
          { contactPhone, contactEmail, creditCode: idNumber },
        );
        const { entries } = draftNotice([one, two], { kind });
        const page = noticePage(aNotice(), { entries, removals: [] }, { page: 0, next: undefined });
        expect(entries).toHaveLength(2);
        for (const secret of [idNumber, contactPhone, contactEmail, String(score)])
          expect(JSON.stringify(entries) + page).not.toContain(secret);
      }),
      { numRuns: 50 },
    );
  });
});

describe('the office orders it', () => {
  test('in its own name; put together from the first page on', () => {
    const { next, events } = prepareNotice(standing, named, at(officer));
    expect(next).toMatchObject({ status: 'preparing', publisher: { zh: '市长质量奖评审办公室' }, entryCount: 0 });
    expect(next.publishedAt).toBeUndefined();
    expect(events).toMatchObject([{ type: 'noticePreparing', detail: { pages: 0 } }]);
  });

  const through = { entries: 1, bundles: 1, applied: 1, failed: [] };
  test.each([
    [
      'while another is put together',
      { earlier: [aNotice({ status: 'published' }), { ...aNotice(), status: 'preparing' as const }] },
      'notice.under-way',
    ],
    ['while another is on its way', { lists: [{ progress: { ...through, applied: 0 } }] }, 'notice.under-way'],
    [
      'while an entry of another failed',
      { lists: [{ progress: { ...through, failed: ['app_1'] } }] },
      'notice.under-way',
    ],
    ['after another is through', { earlier: [aNotice()], lists: [{ progress: through }] }, 'allowed'],
    ['after one that was void', { earlier: [{ ...aNotice(), status: 'void' as const }] }, 'allowed'],
  ])('%s: %s', (_, given, code) =>
    expect(refusalOf(() => prepareNotice({ ...standing, ...given }, named, at(officer)))).toBe(code),
  );

  test('nobody else does', () =>
    expect(refusalOf(() => prepareNotice(standing, named, at(owner)))).toBe('person.role-missing'));
});

describe('put together page by page', () => {
  const prepared = prepareNotice(standing, named, at(officer)).next;
  const page = (of: typeof prepared, entries: number, cursor: string) =>
    gatherPage(of, { entries, cursor }, at(systemActor)).next;

  test('a page without anybody makes no bundle', () => {
    const after = page(page(prepared, 50, 'a'), 0, 'b');
    expect(after).toMatchObject({ entryCount: 50, preparing: { pages: 2, bundles: 1, cursor: 'b' } });
  });

  test('nobody at all: it never was, and who ordered it is told', () => {
    const { next, events } = voidNotice(page(prepared, 0, ''), at(systemActor));
    expect(next.status).toBe('void');
    expect(events).toMatchObject([{ type: 'noticeVoid', detail: { by: 'officer' } }]);
  });
});

const whole = { ...prepareNotice(standing, named, at(officer)).next, entryCount: 2 };
const publish = (notice = whole, corrected?: ReturnType<typeof aNotice>) =>
  publishNotice({ notice, corrected, rules: aCycle().rules, calendars }, at(systemActor));

describe('publication', () => {
  test('begins its period, and a list carries it to its applications', () => {
    const { notice, list, superseded } = publish();
    expect(notice.next).toMatchObject({ status: 'published', publishedAt: '2027-03-01T01:00:00.000Z', endsAt });
    expect(list.next).toMatchObject({ kind: 'eligibilityNotice', by: 'officer', facts: { noticeId: 'ntc_1', endsAt } });
    expect(list.events).toEqual([{ type: 'listFixed', detail: { kind: 'eligibilityNotice', listId: 'lst_1' } }]);
    expect(superseded).toBeUndefined();
  });
});

describe('a correction', () => {
  const correction = {
    title: '更正公示',
    noticeId: 'ntc_2',
    listId: 'lst_2',
    reason: '名称有误',
    names: [{ applicationId: 'app_1', name: '滇池机械厂' }],
  };
  const correct = (wrong = aNotice(), now?: string, who = officer) =>
    correctNotice(wrong, standing, correction, at(who, now));

  test('takes who stood in the one before, with the names as they should be, and those who were missing', () => {
    const stood = { ...organisation, notices: { EligibilityNotice: { noticeId: 'ntc_1', endsAt } } };
    const elsewhere = { ...stood, notices: { EligibilityNotice: { noticeId: 'ntc_0', endsAt } } };
    const { entries, out } = draftNotice([stood, person, elsewhere], correct().next);
    expect(entries).toMatchObject([{ name: '滇池机械厂' }, { name: '王工' }]);
    expect(out).toMatchObject([{ because: 'published' }]);
  });

  test('runs a full period of its own; the one before says by which it is superseded and why', () => {
    const ordered = correct(aNotice(), '2027-03-03T01:00:00.000Z').next;
    const { notice, superseded, list } = publishNotice(
      { notice: ordered, corrected: aNotice(), rules: aCycle().rules, calendars },
      at(systemActor, '2027-03-03T01:00:00.000Z'),
    );
    expect(notice.next).toMatchObject({ firstDay: '2027-03-04', lastDay: '2027-03-11' });
    expect(superseded?.next).toMatchObject({ status: 'superseded', superseded: { by: 'ntc_2', reason: '名称有误' } });
    expect(list.next.facts).toMatchObject({ noticeId: 'ntc_2', corrects: 'ntc_1' });
  });

  test.each([
    ['in the last millisecond of the period', aNotice(), '2027-03-09T15:59:59.999Z', 'allowed'],
    ['at its end', aNotice(), endsAt, 'notice.not-running'],
    ['of one that is superseded', aNotice({ status: 'superseded' }), undefined, 'notice.not-running'],
  ])('%s: %s', (_, wrong, now, code) => expect(refusalOf(() => correct(wrong, now))).toBe(code));

  test('by the office alone', () =>
    expect(refusalOf(() => correct(aNotice(), undefined, owner))).toBe('person.role-missing'));
});

describe('applied to an application', () => {
  const { list } = publish();
  const entry = { applicationId: 'app_1', outcome: 'in' as const, reason: '公示' };
  const apply = (of = organisation, facts = list.next.facts) =>
    applyNotice(of, { ...list.next, facts }, entry, at(systemActor));

  test('it stands in the notice, owes nothing, and its machine wakes', () => {
    const { next, events } = apply({ ...organisation, duty: { party: 'office', dueOn: '2027-03-10', reminded: [] } });
    expect(next.notices.EligibilityNotice).toEqual({ noticeId: 'ntc_1', endsAt });
    expect(next.duty).toBeUndefined();
    expect(events).toMatchObject([{ type: 'noticePublished', wake: true }]);
  });

  test('a second notice changes nothing', () => {
    const { next } = apply();
    const second = { noticeId: 'ntc_2', endsAt: '2028-01-01T00:00:00.000Z' };
    expect(apply(next, second)).toMatchObject({ next, events: [] });
  });

  test('unless it corrects the first: the applicant waits for the new period', () => {
    const { next } = apply();
    const later = '2027-03-11T16:00:00.000Z';
    const waiting = apply(next, { noticeId: 'ntc_2', endsAt: later, corrects: 'ntc_1' }).next;
    expect(waiting.notices.EligibilityNotice).toEqual({ noticeId: 'ntc_2', endsAt: later, corrects: 'ntc_1' });
    expect(refusalOf(() => endNotice(waiting, at(systemActor, endsAt)))).toBe('notice.running');
    expect(endNotice(waiting, at(systemActor, later)).next.stage).toBe('MaterialReview');
  });
});

describe('its page', () => {
  test('says nothing that an applicant could write into it as markup', () => {
    const entries = [{ applicationId: 'a', name: '<script>alert(1)</script>"&\'', kind: 'organisation' as const }];
    const page = noticePage(aNotice({ title: '<b>公示</b>' }), { entries, removals: [] }, { page: 0, next: 1 });
    expect(page).not.toMatch(/<script|<b>/);
    expect(page).toContain('&#60;script&#62;');
    expect(page).toContain('?from=1');
  });

  test('says when it was superseded, by which and why', () => {
    const superseded = { by: 'ntc_2', reason: '名称有误', at: '2027-03-03T01:00:00.000Z' };
    const page = noticePage(
      aNotice({ status: 'superseded', superseded }),
      { entries: [], removals: [] },
      { page: 0, next: undefined },
    );
    expect(page).toContain('/api/notices/ntc_2/page');
    expect(page).toContain('名称有误');
  });
});

describe('the end', () => {
  const end = (of: Parameters<typeof endNotice>[0], now: string) => endNotice(of, at(systemActor, now));
  test.each([
    ['EligibilityNotice', 'MaterialReview'],
    ['AwardNotice', 'GovernmentApproval'],
  ] as const)('%s leads to %s', (stage, to) => expect(end(underNotice(stage), endsAt).next.stage).toBe(to));

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
