import { describe, expect, test } from 'vitest';
import type { Application } from '#domain/application/application';
import { beginAgain, takenOverId, takeOver } from '#domain/application/begin-again';
import { extend } from '#domain/application/extend';
import { sectionNames } from '#domain/application/form';
import { formOf } from '#domain/application/form-editions';
import type { Submission } from '#domain/application/submit';
import { submit } from '#domain/application/submit';
import { applicationMessages } from '#domain/application/messages';
import { receiptsOf } from '#domain/application/views';
import type { AuditEvent } from '#domain/audit/event';
import { rules } from '#domain/cycle/rules';
import { usualLimits } from '#domain/document/limits';
import type { Document } from '#domain/document/document';
import { creditCodeOf, idNumberOf, individualForm, withEvidence } from '#local/sample/forms';
import { anApplication, at, officer, owner, someone } from '#test/build/an-application';
import { consulted } from '#test/build/consultation';
import { aCycle } from '#test/build/eligibility';
import { filledIn } from '#test/build/filled-in';
import { aDecision } from '#test/build/revocation';
import { refusalOf } from '#test/build/refusal';
import { refusalBy } from '#test/build/refused';

const cycle = aCycle();
const lastMoment = '2027-03-31T15:59:59.999Z';
const saved = { version: 1, savedAt: '2027-02-01T00:00:00.000Z', savedBy: 'owner', savedByName: 'owner' };
const form = (given: Record<string, object> = {}) =>
  Object.fromEntries(
    Object.entries(filledIn().sections).map(([name, section]) => [
      name,
      { ...section, content: { ...section?.content, ...given[name] } },
    ]),
  ) as Application['sections'];
const file = (kind: Document['kind'], given: Partial<Document> = {}) =>
  aDecision({ documentId: `doc_${kind}`, kind, name: `${kind}.pdf`, size: 1000, ...given });
const files = (['applicationForm', 'selfAssessment', 'evidence', 'creditUndertaking'] as const).map((k) => file(k));

const given = { number: '2027-Z-1', manifestSha256: 'ab', files: [], pastWinner: false };
const submission: Submission = { cycle, documents: files, ...given };
const complete = (given: Partial<Application> = {}) => anApplication({ sections: form(), ...given });
const handIn = (of: Application, given: Partial<Submission> = {}, now = lastMoment, who = owner) =>
  submit(of, { ...submission, ...given }, at(who, now));

describe('a submission (A15)', () => {
  test.each([
    ['a millisecond before it opens', '2027-01-31T15:59:59.999Z', 'cycle.not-open'],
    ['as it opens', '2027-01-31T16:00:00.000Z', 'allowed'],
    ['in the last millisecond', lastMoment, 'allowed'],
    ['as it closes', '2027-03-31T16:00:00.000Z', 'cycle.closed'],
  ])('%s: %s', (_, now, code) => expect(refusalOf(() => handIn(complete(), {}, now))).toBe(code));

  test('names everything that is missing at once', () => {
    const { profile: _, ...without } = form({
      conditions: { declarations: [{ condition: 'A12(1)', statement: '符合' }] },
    });
    const documents = [
      file('applicationForm'),
      file('selfAssessment', { status: 'awaited' }),
      file('evidence', { status: 'rejected' }),
    ];
    expect(refusalBy(() => handIn(complete({ sections: without }), { documents }))?.detail).toEqual({
      missing: [
        'profile',
        ...[2, 3, 4, 5, 6, 7, 8].map((n) => `A12(${n})`),
        ...[1, 2, 3, 4, 5, 6, 7].map((n) => `A13(${n})`),
        'A12(1) (未附证明材料 / without evidence)',
        'selfAssessment',
        'evidence',
        'creditUndertaking',
        'selfAssessment.pdf (上传未完成 / not arrived)',
        'evidence.pdf (未通过检查 / rejected)',
      ],
    });
  });

  test.each(sectionNames.filter((n) => n !== 'individualIdentity' && n !== 'relations'))(
    'without %s is incomplete',
    (name) => {
      const { [name]: _, ...others } = form();
      expect(refusalOf(() => handIn(complete({ sections: others })))).toBe('application.incomplete');
    },
  );

  test('is counted once more as a whole: files that raced each other in do not get past the limits', () => {
    const many = Array.from({ length: 97 }, (_, i) => file('other', { documentId: `doc_${i}` }));
    expect(refusalOf(() => handIn(complete(), { documents: [...files, ...many] }))).toBe('document.too-many');
    const heavy = Array.from({ length: 11 }, (_, i) => file('other', { documentId: `doc_${i}`, size: 50 * 1024 ** 2 }));
    expect(refusalOf(() => handIn(complete(), { documents: [...files, ...heavy] }))).toBe('document.total-exceeded');
  });

  test('by the limits of its own cycle, which may have been tightened since a file was declared', () => {
    const megabytes = { ...usualLimits.megabytes, 'application/pdf': 5, 'application/ofd': 5 };
    const tight = aCycle({ rules: rules.parse({ fileLimits: { megabytes, totalMegabytes: 12, files: 10 } }) });
    const judged = (...sizes: number[]) => {
      const more = sizes.map((size, i) => file('other', { documentId: `doc_${i}`, size }));
      return refusalOf(() => handIn(complete(), { cycle: tight, documents: [...files, ...more] }));
    };
    const five = 5 * 1024 ** 2;
    expect(judged(five)).toBe('allowed');
    expect(judged(five + 1)).toBe('document.too-large');
    expect(judged(five, five, five)).toBe('document.total-exceeded');
    expect(judged(...Array(7).fill(1))).toBe('document.too-many');
  });

  test('what is empty is missing: a profile, a statement, the files of a condition, an exclusion passed over in silence', () => {
    const declarations = filledIn().sections.conditions!.content.declarations.flatMap((d) => {
      if (d.condition === 'A13(4)') return [];
      if (d.condition === 'A12(3)') return [{ ...d, statement: ' ' }];
      return d.condition === 'A12(5)' ? [{ ...d, documents: [] }] : [d];
    });
    const sections = form({ profile: { text: ' \n' }, conditions: { declarations } });
    expect(refusalBy(() => handIn(complete({ sections })))?.detail).toEqual({
      missing: ['profile', 'A12(3)', 'A13(4)', 'A12(5) (未附证明材料 / without evidence)'],
    });
  });

  test('a loss refuses at once, with its arithmetic; a policy loss is for the officer (A12(6), D8)', () => {
    const lost = (netProfit: number, policyLoss: boolean) => {
      const fiscalYears = [2024, 2025, 2026].map((year) => ({
        year,
        netProfit: year === 2026 ? netProfit : 1,
        policyLoss,
      }));
      return refusalBy(() => handIn(complete({ sections: form({ results: { fiscalYears } }) })));
    };
    expect(lost(-5_000_000, false)).toMatchObject({ code: 'application.arithmetic-against' });
    expect(lost(-5_000_000, false)?.detail.zh).toBe('2026 会计年度净利润 -5000000 元:不符合。');
    expect([lost(-1, true), lost(0, false)]).toEqual([undefined, undefined]);
  });

  test('again after a correction keeps the earlier receipts', () => {
    const first = handIn(complete()).next;
    const correction = {
      items: [{ what: 'x' }],
      requestedAt: lastMoment,
      dueOn: '2027-04-07',
      endsAt: '2027-04-07T16:00:00.000Z',
    };
    const again = { number: '2027-Z-2', manifestSha256: 'cd' };
    const second = handIn({ ...first, stage: 'Correction', correction }, again, '2027-04-07T15:59:59.999Z').next;
    expect(receiptsOf(second)).toMatchObject({
      latest: { number: '2027-Z-2', manifestSha256: 'cd' },
      earlier: [{ number: '2027-Z-1', at: lastMoment, manifestSha256: 'ab' }],
    });
    expect(refusalOf(() => receiptsOf(complete()))).toBe('application.not-submitted');
    const late = { ...first, stage: 'Correction' as const, correction };
    expect(refusalOf(() => handIn(late, again, '2027-04-07T16:00:00.000Z'))).toBe('application.correction-over');
  });

  describe('again, as somebody else or under another body, it is recommended and examined anew (A10)', () => {
    const resubmitted = (identity: object) => {
      const correction = {
        items: [],
        requestedAt: lastMoment,
        dueOn: '2027-04-07',
        endsAt: '2027-04-07T16:00:00.000Z',
      };
      const first = handIn(complete()).next;
      const recommendation = { jurisdiction: '五华区', opinion: '同意', by: 'body', at: lastMoment };
      const findings = [{ item: 'A12(1)', result: 'met' as const, reason: 'r', by: 'officer', at: lastMoment }];
      const found = {
        ...first,
        stage: 'Correction' as const,
        handedIn: first.sections,
        recommendation,
        findings,
        correction,
      };
      return handIn({ ...found, sections: form({ organisationIdentity: identity }) });
    };
    const told = ({ next, events }: ReturnType<typeof resubmitted>) =>
      (applicationMessages.applicationResubmitted?.(events[0] as unknown as AuditEvent, next) ?? []).map((m) => m.to);

    test.each([
      ['another jurisdiction', { jurisdiction: '官渡区' }],
      ['another code', { creditCode: creditCodeOf(2) }],
      ['another name', { name: '另一厂' }],
    ])('%s', (_, identity) => {
      const outcome = resubmitted(identity);
      expect(outcome.next).toMatchObject({ recommendedAnewSince: lastMoment, handedIn: undefined });
      expect([outcome.next.recommendation, outcome.next.findings]).toEqual([undefined, undefined]);
      const jurisdiction = outcome.next.sections.organisationIdentity?.content.jurisdiction;
      expect(told(outcome)).toEqual([{ role: 'office' }, { jurisdiction }]);
    });

    test('another address changes nothing of it', () => {
      const outcome = resubmitted({ address: '新址' });
      expect(outcome.next).toMatchObject({ recommendation: { by: 'body' }, findings: [{ item: 'A12(1)' }] });
      expect(outcome.next.recommendedAnewSince).toBeUndefined();
      expect(told(outcome)).toEqual([{ role: 'office' }]);
    });
  });

  test('after a correction what was found on the conditions corrected is found anew, and nothing else', () => {
    const first = handIn(complete()).next;
    const found = ['A12(1)', 'A12(2)', 'A12(3)', 'A12(6)', 'A13(1)'].map((item) => ({
      ...{ item, result: 'met' as const, reason: '有据', by: 'officer', at: lastMoment },
    }));
    const { conditions, results } = form();
    const declarations = (conditions?.content.declarations ?? []).map((d) =>
      d.condition === 'A12(2)' ? { ...d, statement: '另有说明' } : d,
    );
    const fiscalYears = (results?.content.fiscalYears ?? []).map((y) => ({ ...y, netProfit: y.netProfit + 1 }));
    const again = (changed: Application['sections']) =>
      handIn(
        {
          ...{ ...first, stage: 'Correction', findings: found, handedIn: first.sections, sections: changed },
          correction: {
            items: [{ what: '补', condition: 'A12(3)' }],
            ...{ requestedAt: lastMoment, dueOn: '2027-04-07', endsAt: '2027-04-07T16:00:00.000Z' },
          },
        },
        {},
        '2027-04-07T15:59:59.999Z',
      ).next.findings?.map((f) => f.item);
    expect(again(first.sections)).toEqual(['A12(1)', 'A12(2)', 'A12(6)', 'A13(1)']);
    expect(again(form({ conditions: { declarations } }))).toEqual(['A12(1)', 'A12(6)', 'A13(1)']);
    expect(again(form({ results: { fiscalYears } }))).toEqual(['A12(1)', 'A12(2)', 'A13(1)']);
  });

  test('three years of registration end on the closing day and not a day later (D9)', () => {
    const registered = (registeredOn: string) =>
      complete({ sections: form({ organisationIdentity: { registeredOn } }) });
    expect(refusalOf(() => handIn(registered('2024-03-31')))).toBe('allowed');
    expect(refusalOf(() => handIn(registered('2024-04-01')))).toBe('application.registered-too-briefly');
    const leap = aCycle({ closesAt: '2027-02-28T16:00:00.000Z' });
    const lastDay = '2027-02-28T15:59:59.999Z';
    expect(refusalOf(() => handIn(registered('2024-02-29'), { cycle: leap }, lastDay))).toBe('allowed');
    expect(refusalOf(() => handIn(registered('2024-03-01'), { cycle: leap }, lastDay))).toBe(
      'application.registered-too-briefly',
    );
  });

  test("a top manager reports the employer's last three years, another individual none (A14(5))", () => {
    const person = (topManager: boolean, results?: Application['sections']['results'], identity: object = {}) => {
      const { individualIdentity, ...others } = individualForm(idNumberOf(1), '李娜');
      const content = { ...individualIdentity, topManager, ...identity };
      const conditions = withEvidence(others.conditions, ['doc_selfAssessment']);
      const sections = Object.fromEntries(
        Object.entries({ ...others, individualIdentity: content, conditions }).map(([name, c]) => [
          name,
          { ...saved, content: c },
        ]),
      ) as Application['sections'];
      return anApplication({ kind: 'individual', sections: { ...sections, ...(results && { results }) } });
    };
    const documents = formOf('2020.1').mandatoryDocuments.individual.map((k) => file(k));
    const without = (...kinds: string[]) => documents.filter((d) => !kinds.includes(d.kind));
    const lacking = without('workHistory', 'evidence', 'employerOpinion');
    expect(refusalBy(() => handIn(person(false), { documents: lacking }))?.detail).toEqual({
      missing: ['workHistory', 'evidence', 'employerOpinion'],
    });
    const { results } = form();
    const two = form({
      results: { fiscalYears: [2025, 2026].map((year) => ({ year, netProfit: 1, policyLoss: false })) },
    });
    expect(refusalOf(() => handIn(person(false), { documents }))).toBe('allowed');
    expect(refusalBy(() => handIn(person(true), { documents }))?.detail).toEqual({ missing: ['results'] });
    expect(refusalOf(() => handIn(person(true, two.results), { documents }))).toBe('application.fiscal-years-missing');
    expect(refusalOf(() => handIn(person(true, results), { documents }))).toBe('allowed');
    const loss = form({
      results: { fiscalYears: [2024, 2025, 2026].map((year) => ({ year, netProfit: -1, policyLoss: false })) },
    });
    expect(refusalOf(() => handIn(person(true, loss.results), { documents }))).toBe('allowed');
    const worked = (from: string) => ({ workPeriods: [{ from, division: '530102', employer: 'e', duty: 'd' }] });
    expect(refusalOf(() => handIn(person(false, undefined, worked('2022-03-31')), { documents }))).toBe('allowed');
    const short = refusalBy(() => handIn(person(false, undefined, worked('2026-03-31')), { documents }));
    expect(short).toMatchObject({
      code: 'application.arithmetic-against',
      detail: { zh: expect.stringContaining('满 1 年,要求 5 年') },
    });
  });

  test('a winner of an earlier cycle is flagged, or refused where the cycle says so (D21)', () => {
    expect(handIn(complete(), { pastWinner: true }).next.pastWinner).toBe(true);
    const strict = aCycle({ rules: rules.parse({ pastWinnersMayApply: false }) });
    expect(refusalOf(() => handIn(complete(), { pastWinner: true, cycle: strict }))).toBe('application.past-winner');
    expect(refusalOf(() => handIn(complete(), { cycle: strict }))).toBe('allowed');
  });

  test('is refused before any file is kept when the applicant has applied with another; its own seat is no hindrance', () => {
    expect(refusalOf(() => handIn(complete(), { seat: 'app_2' }))).toBe('application.applied-already');
    expect(refusalOf(() => handIn(complete(), { seat: 'app_1' }))).toBe('allowed');
  });

  test('registered by the province, at home in Kunming: goes in, and the officer is told to look', () => {
    const provincial = form({ organisationIdentity: { creditCode: '91530000MA6K000013' } });
    expect(handIn(complete({ sections: provincial })).next.domicileToCheck).toBe(true);
    expect(handIn(complete()).next.domicileToCheck).toBe(false);
  });
});

describe('more time for one applicant (A15)', () => {
  const closesAt = '2027-04-02T16:00:00.000Z';
  const reason = '截止当日系统故障';
  const extended = () => extend(complete(), { cycle, closesAt, reason }, at(officer, '2027-04-01T01:00:00.000Z')).next;

  test('the applicant hands in to its last millisecond, with the reason in the trail', () => {
    expect(refusalOf(() => handIn(extended(), {}, '2027-04-02T15:59:59.999Z'))).toBe('allowed');
    expect(refusalBy(() => handIn(extended(), {}, closesAt))).toEqual({ code: 'cycle.closed', detail: { closesAt } });
    expect(extended().extension).toEqual({ closesAt, reason, by: 'officer', at: '2027-04-01T01:00:00.000Z' });
  });

  test('it does not move the day at which conditions are measured', () => {
    const young = form({ organisationIdentity: { registeredOn: '2024-04-01' } });
    const late = handIn.bind(null, { ...extended(), sections: young }, {}, '2027-04-02T15:59:59.999Z');
    expect(refusalOf(() => late())).toBe('application.registered-too-briefly');
  });

  test.each([
    ['the applicant', owner, closesAt, 'Draft', 'person.role-missing'],
    ['the office, backwards', officer, '2027-03-31T16:00:00.000Z', 'Draft', 'application.extension-too-short'],
    ['the office, into the past', officer, '2027-04-01T00:59:59.999Z', 'Draft', 'application.extension-too-short'],
    ['the office, to the last day of the closing year', officer, '2027-12-31T16:00:00.000Z', 'Draft', 'allowed'],
    ['the office, into another year', officer, '2027-12-31T16:00:00.001Z', 'Draft', 'application.extension-too-long'],
    ['the office, without end', officer, '2099-03-31T16:00:00.000Z', 'Draft', 'application.extension-too-long'],
    ['the office, once handed in', officer, closesAt, 'EligibilityReview', 'stage.action-unavailable'],
    ['the office, of what was refused', officer, closesAt, 'Refused', 'stage.action-unavailable'],
  ] as const)('it is given or not by %s', (_, who, until, stage, code) => {
    const command = { cycle, closesAt: until, reason };
    expect(refusalOf(() => extend(complete({ stage }), command, at(who, '2027-04-01T01:00:00.000Z')))).toBe(code);
  });
});

test.each([
  ['2027-12-31T16:00:00.000Z', '2028-01-31T16:00:00.000Z', 'allowed'],
  ['2027-12-31T16:00:00.000Z', '2028-01-31T16:00:00.001Z', 'application.extension-too-long'],
] as const)('a cycle that closes at %s leaves a month: until %s is %s', (closing, closesAt, code) => {
  const atYearEnd = aCycle({ closesAt: closing });
  const command = { cycle: atYearEnd, closesAt, reason: '系统故障' };
  expect(refusalOf(() => extend(complete(), command, at(officer, '2027-04-01T01:00:00.000Z')))).toBe(code);
});

describe('to begin again after a withdrawal', () => {
  const receipt = {
    number: 'n',
    at: lastMoment,
    manifestSha256: '',
    files: [{ documentId: 'doc_1', recordsKey: 'r/doc_1', versionId: 'v1' }] as never,
  };
  const withdrawn = complete({ stage: 'Withdrawn', receipt, code: '2027-Z-1', version: 7 });
  const fact = {
    item: 'A13(3)',
    nature: 'accident',
    on: '2026-06-01',
    statement: 's',
    source: 's',
    by: 'o',
    at: lastMoment,
  } as const;
  const proposal = { article: 'A13(3)', reason: 'r', by: 'officer', at: lastMoment };
  const [letter] = consulted('tax').consultations;
  const objected = { ...letter!, answer: { verdict: 'objection', facts: 'f', by: 'tax', at: lastMoment } } as const;
  const ended = { stage: 'Consultation', reason: 'r', article: 'A15', at: lastMoment } as const;
  const left = (given: Partial<Application>): Application => ({ ...withdrawn, ...given });
  const unresolved = 'application.withdrawn-unresolved';
  const again = (from: Application, now = lastMoment, who = owner) =>
    beginAgain(from, { cycle, applicationId: 'app_9', renamed: new Map([['doc_evidence', 'doc_9']]) }, at(who, now));

  test('the form is taken over into a new draft; what happened to the old one stays with it', () => {
    const { next } = again(withdrawn);
    const { conditions, ...others } = withdrawn.sections;
    expect(next).toMatchObject({ stage: 'Draft', version: 0, takenFrom: 'app_1', sections: others });
    expect(next.sections.conditions?.content).toEqual(withEvidence(conditions!.content, ['doc_9']));
    expect(next.receipt).toBeUndefined();
    expect(next.code).toBeUndefined();
  });

  test.each([
    ['what was not withdrawn', complete(), lastMoment, owner, 'application.not-withdrawn'],
    ['after the closing', withdrawn, '2027-03-31T16:00:00.000Z', owner, 'cycle.closed'],
    ['what a late fact suspended', left({ suspensions: [{ facts: [fact] }] }), lastMoment, owner, unresolved],
    ['what was proposed for refusal', left({ refusalProposal: proposal }), lastMoment, owner, unresolved],
    ['what a department objected to', left({ consultations: [objected], ended }), lastMoment, owner, unresolved],
    [
      'what was withdrawn after the objection was met',
      left({ consultations: [objected] }),
      lastMoment,
      owner,
      'allowed',
    ],
    ['by a stranger', withdrawn, lastMoment, someone('stranger'), 'record.not-found'],
    ['by the office', withdrawn, lastMoment, officer, 'record.not-found'],
  ] as const)('%s', (_, from, now, who, code) => expect(refusalOf(() => again(from, now, who))).toBe(code));

  test('a file that was handed in is taken from the records, another from where it was uploaded', () => {
    const command = { from: withdrawn, applicationId: 'app_9', documentId: takenOverId('app_9', 'doc_9') };
    const taken = takeOver(file('evidence', { documentId: 'doc_1', stagingKey: 's1' }), command, at(owner)).next;
    expect(taken).toMatchObject({
      documentId: 'application~app_9~doc_9',
      parent: 'application:app_9',
      status: 'checked',
      kept: { key: 'r/doc_1', versionId: 'v1' },
    });
    expect(takeOver(file('evidence', { documentId: 'doc_2' }), command, at(owner)).next.kept).toBeUndefined();
  });
});
