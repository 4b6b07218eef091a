import { describe, expect, test } from 'vitest';
import type { Application } from '#domain/application/application';
import { rules } from '#domain/cycle/rules';
import { decideRefusal, proposeRefusal } from '#domain/eligibility/propose-refusal';
import { eligibilityMessages } from '#domain/eligibility/messages';
import { passEligibility } from '#domain/eligibility/pass';
import { endCorrection } from '#domain/eligibility/end-correction';
import { requestCorrection } from '#domain/eligibility/request-correction';
import type { DatedFact } from '#domain/eligibility/dated-fact';
import type { AuditEvent } from '#domain/audit/event';
import { at, officer, owner, someone } from '#test/build/an-application';
import { consulted } from '#test/build/consultation';
import { aCycle, anOrganisation, calendars, findingsFor } from '#test/build/eligibility';
import { refusalBy } from '#test/build/refused';
import { refusalOf } from '#test/build/refusal';

const second = someone('officer-2', 'office');
const against = {
  item: 'A12(6)',
  result: 'notMet',
  reason: '亏损',
  by: 'officer',
  at: '2027-03-01T00:00:00.000Z',
} as const;
const refusing = { cycle: aCycle(), calendars };
const propose = (of = anOrganisation({ findings: [against] }), who = officer) =>
  proposeRefusal(of, { reason: '亏损', article: 'A12(6)', ...refusing }, at(who));
const confirm = (of: Parameters<typeof decideRefusal>[0], who = second, confirmed = true) =>
  decideRefusal(of, { confirmed, reason: '复核属实', ...refusing }, at(who));

const request = (of = anOrganisation(), who = officer, now = '2027-02-25T02:00:00.000Z') =>
  requestCorrection(of, { items: ['补盖公章'], rules: rules.parse({}), calendars }, at(who, now));

test('five working days end at 24:00, the shifted Saturday counted and the day itself not (D18)', () => {
  const { next } = request();
  // Fri 26, Sat 27 (shifted), Mon 1, Tue 2, Wed 3
  expect(next.correction).toMatchObject({ dueOn: '2027-03-03', endsAt: '2027-03-03T16:00:00.000Z' });
  expect(next).toMatchObject({ stage: 'Correction', duty: { party: 'applicant', dueOn: '2027-03-03' } });
});

test('each item names the part it is about, and the applicant is told', () => {
  const items = ['补盖公章', { what: '缺上年度', documentKind: 'evidence', condition: 'A12(6)' }];
  const { next, events } = requestCorrection(
    anOrganisation(),
    { items, rules: rules.parse({}), calendars },
    at(officer, '2027-02-25T02:00:00.000Z'),
  );
  expect(next.correction?.items[1]).toEqual(items[1]);
  const [message] = eligibilityMessages.correctionRequested?.(events[0] as unknown as AuditEvent, next) ?? [];
  expect(message?.zh.text).toContain('2. [证实性材料、第十二条第(六)项] 缺上年度');
});

test.each([
  [{ section: 'profile' }, []],
  [{ documentKind: 'evidence', condition: 'A13(3)' }, []],
  [{ section: 'individualIdentity' }, ['individualIdentity']],
  [{ section: 'toString' }, ['toString']],
  [{ documentKind: 'minutes' }, ['minutes']],
  [{ section: 'nothing', condition: 'A14(1)' }, ['nothing', 'A14(1)']],
])('an item about %o names what is no part of an organisation’s application: %o', (about, parts) => {
  const items = [{ what: '补', ...about }];
  const refused = refusalBy(() =>
    requestCorrection(
      anOrganisation(),
      { items, rules: rules.parse({}), calendars },
      at(officer, '2027-02-25T02:00:00.000Z'),
    ),
  );
  expect(refused).toEqual(parts.length === 0 ? undefined : { code: 'eligibility.correction-unfit', detail: { parts } });
});

test.each([
  ['on the last millisecond of the due day', '2027-03-03T15:59:59.999Z', 'eligibility.correction-running'],
  ['at 24:00 of it', '2027-03-03T16:00:00.000Z', 'allowed'],
])('a correction that was not handed in ends %s', (_, now, code) =>
  expect(refusalOf(() => endCorrection(request().next, at(officer, now)))).toBe(code),
);

test('then the office decides on what was handed in, and not on what was edited since', () => {
  const edited = { ...request().next, sections: anOrganisation({}, { name: '改名' }).sections };
  const { next } = endCorrection(edited, at(officer, '2027-03-03T16:00:00.000Z'));
  expect(next).toMatchObject({ stage: 'EligibilityReview', sections: anOrganisation().sections });
  expect(next.handedIn).toBeUndefined();
  expect(refusalOf(() => request(next))).toBe('eligibility.correction-used');
});

test('there is one round only', () => {
  const again = { ...request().next, stage: 'EligibilityReview' as const };
  expect(refusalOf(() => request(again))).toBe('eligibility.correction-used');
});

test('nobody guesses the working days of a year without a calendar', () => {
  expect(refusalOf(() => request(anOrganisation(), officer, '2028-02-25T02:00:00.000Z'))).toBe('calendar.year-missing');
});

test('the applicant cannot ask for it', () =>
  expect(refusalOf(() => request(anOrganisation(), owner))).toBe('person.role-missing'));

test.each([
  ['EligibilityReview', 'allowed'],
  ['Correction', 'allowed'],
  ['Consultation', 'allowed'],
  ['AwardNotice', 'allowed'],
  ['Draft', 'stage.action-unavailable'],
  ['Awarded', 'stage.action-unavailable'],
  ['Refused', 'stage.action-unavailable'],
] as const)('refusing in stage %s: %s', (stage, code) =>
  expect(refusalOf(() => confirm(propose(anOrganisation({ stage, findings: [against] })).next))).toBe(code),
);

test.each([
  ['who proposed', officer, true, 'proposal.same-person'],
  ['who proposed, to take it back', officer, false, 'allowed'],
  ['another officer', second, true, 'allowed'],
  [
    'another programme’s officer',
    { ...second, grants: [{ ...second.grants[0]!, programmeId: 'another' }] },
    true,
    'person.role-missing',
  ],
  ['the applicant', owner, true, 'person.role-missing'],
])('a proposed refusal is decided by %s', (_, who, confirmed, code) =>
  expect(refusalOf(() => confirm(propose().next, who, confirmed))).toBe(code),
);

test('nothing is decided that nobody proposed, and nothing proposed twice', () => {
  expect(refusalOf(() => confirm(anOrganisation()))).toBe('proposal.none');
  expect(refusalOf(() => propose(propose().next, second))).toBe('proposal.stands');
});

test('while a refusal is proposed the application does not go on; rejected, it does', () => {
  const findings = findingsFor('organisation');
  const pass = (of: ReturnType<typeof anOrganisation>) =>
    passEligibility(of, { cycle: aCycle(), findings }, at(officer));
  expect(refusalOf(() => pass(propose().next))).toBe('case.suspended');
  expect(pass(confirm(propose().next, second, false).next).next.stage).toBe('Consultation');
});

test('what one officer proposed for a false identity is refused so, and rejected leaves nothing of it', () => {
  const wrong = { reason: '非本单位申报', article: 'A15', falseIdentity: true } as const;
  const { next: proposed } = proposeRefusal(anOrganisation(), { ...wrong, ...refusing }, at(officer));
  expect(confirm(proposed).next.ended).toMatchObject({ article: 'A15', falseIdentity: true });
  expect(confirm(proposed, second, false).next).toEqual(anOrganisation());
  expect(confirm(propose().next).next.ended).not.toHaveProperty('falseIdentity');
});

test('a refusal keeps its stage, article and reason, and tells the applicant', () => {
  const { next, events } = confirm(propose().next);
  expect(next).toMatchObject({
    stage: 'Refused',
    ended: { stage: 'EligibilityReview', reason: '亏损', article: 'A12(6)', at: '2027-03-01T01:00:00.000Z' },
  });
  const [message] = eligibilityMessages.applicationRefused?.(events[0] as unknown as AuditEvent, next) ?? [];
  expect(message?.to).toEqual({ personId: 'owner' });
  expect(message?.zh.text).toContain('第十二条第(六)项');
});

describe('a refusal rests on what is on record', () => {
  const loss = [2024, 2025, 2026].map((year) => ({ year, netProfit: -1, policyLoss: false }));
  const correction = {
    items: [{ what: '补' }],
    requestedAt: '2027-03-01T00:00:00.000Z',
    dueOn: '2027-03-09',
    endsAt: '',
  };
  const fact = { nature: 'accident', on: '2024-03-31' } as const;
  const lateFact = {
    item: 'A13(3)',
    ...fact,
    statement: 's',
    source: 's',
    by: 'officer',
    at: '2027-03-01T00:00:00.000Z',
  };
  const objected = (given: Partial<DatedFact>, of: Partial<Application> = {}) => {
    const [letter] = consulted('tax').consultations;
    const answer = { verdict: 'objection', facts: 'f', fact: { ...fact, ...given }, by: 'tax', at: '' } as const;
    return anOrganisation({ stage: 'Consultation', consultations: [{ ...letter!, answer }], ...of });
  };
  const unrecommended = { recommendation: undefined };
  const over = '2027-04-14T16:00:00.000Z';

  test.each([
    ['nothing', anOrganisation(), 'A13(3)', 'eligibility.no-ground'],
    [
      'a finding against it',
      anOrganisation({ findings: [{ ...against, item: 'A13(3)', result: 'present' }] }),
      'A13(3)',
      'allowed',
    ],
    [
      'a finding for it',
      anOrganisation({ findings: [{ ...against, result: 'met' }] }),
      'A12(6)',
      'eligibility.no-ground',
    ],
    ['a finding on another item', anOrganisation({ findings: [against] }), 'A12(2)', 'eligibility.no-ground'],
    ['a loss, by arithmetic', anOrganisation({}, {}, loss), 'A12(6)', 'allowed'],
    ['a loss, for another article', anOrganisation({}, {}, loss), 'A12(3)', 'eligibility.no-ground'],
    ['a late fact', anOrganisation({ stage: 'Defence', suspensions: [{ facts: [lateFact] }] }), 'A13(3)', 'allowed'],
    [
      'a late fact that was lifted',
      anOrganisation({
        suspensions: [{ facts: [lateFact], lifted: { reason: 'r', by: 'a', at: '', proposedBy: 'b' } }],
      }),
      'A13(3)',
      'eligibility.no-ground',
    ],
    ['an objection on the first day of the three years', objected({}), 'A13(3)', 'allowed'],
    ['an objection a day before them', objected({ on: '2024-03-30' }), 'A13(3)', 'eligibility.no-ground'],
    ['an objection of another kind', objected({ nature: 'penalty' }), 'A13(3)', 'eligibility.no-ground'],
    [
      'an opinion that can still be given',
      anOrganisation(unrecommended),
      'A10',
      'eligibility.no-ground',
      '2027-04-14T15:59:59.999Z',
    ],
    ['an opinion that did not come in time', anOrganisation(unrecommended), 'A10', 'allowed', over],
    ['an opinion that came', anOrganisation(), 'A10', 'eligibility.no-ground', over],
    ['files, before their correction', anOrganisation(), 'A16', 'eligibility.no-ground'],
    ['files, after it', anOrganisation({ correction }), 'A16', 'allowed'],
    [
      'files, long after they were found complete',
      anOrganisation({ correction, stage: 'Defence' }),
      'A16',
      'eligibility.no-ground',
    ],
  ])('%s', (_, of, article, code, now = '2027-03-01T01:00:00.000Z') =>
    expect(refusalOf(() => proposeRefusal(of, { reason: 'r', article, ...refusing }, at(officer, now)))).toBe(code),
  );

  test('gone meanwhile, it confirms nothing', () => {
    const met = { ...propose().next, findings: [{ ...against, result: 'met' as const }] };
    expect(refusalOf(() => confirm(met))).toBe('eligibility.no-ground');
    expect(refusalOf(() => confirm(met, second, false))).toBe('allowed');
  });
});
