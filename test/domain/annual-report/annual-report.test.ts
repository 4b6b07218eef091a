import { describe, expect, test } from 'vitest';
import type { AnnualReport } from '#domain/annual-report/annual-report';
import { publicReports, reportContent } from '#domain/annual-report/annual-report';
import {
  acknowledgeAnnualReport,
  handInAnnualReport,
  named,
  returnAnnualReport,
  setConsent,
} from '#domain/annual-report/proceed';
import type { Document } from '#domain/document/document';
import type { YearlyDuty } from '#domain/post-award/duty';
import { cancelled } from '#domain/post-award/duty';
import { at, officer, owner, someone } from '#test/build/an-application';
import { aDuty } from '#test/build/duty';
import { refusalOf } from '#test/build/refusal';

const content = reportContent.parse({ summary: '持续改进', goals: '再上台阶', publicPart: '<b>顾客满意度</b>提高' });
const inTime = '2028-03-31T15:59:59.999Z';
const nobody = {};
const first = { round: 1, files: [] };

const handedIn = (now = inTime, duty = aDuty()) => handInAnnualReport(duty, nobody, content, first, at(owner, now));
const awaiting = () => {
  const { duty, report } = handedIn();
  return [duty.next, report.next] as const;
};

describe('a report is handed in', () => {
  test.each([
    ['in the last millisecond of the due day in time', inTime, false],
    ['in the first of the next day late, and taken all the same', '2028-03-31T16:00:00.000Z', true],
    ['months later late', '2028-12-31T00:00:00.000Z', true],
  ])('%s', (_, now, late) => {
    const { duty, report } = handedIn(now);
    expect(duty.next).toMatchObject({ status: 'handedIn', done: { late }, remindOn: undefined, rounds: 1 });
    expect(report.next).toMatchObject({ late, status: 'handedIn', consent: true, reportId: `${aDuty().dutyId}~1` });
    expect(report.next.content.publicPart).toBe('顾客满意度提高');
  });

  test('on a leap day that is due, in time', () => {
    const duty = aDuty({ dueOn: '2028-02-29' });
    expect(handedIn('2028-02-29T15:59:59.999Z', duty).report.next.late).toBe(false);
    expect(handedIn('2028-02-29T16:00:00.000Z', duty).report.next.late).toBe(true);
  });

  const member = someone('colleague');
  const members = { members: [{ personId: 'colleague', maySubmit: true }] };
  test.each<[string, YearlyDuty, Parameters<typeof at>[0], object, string | undefined]>([
    ['by a colleague of the application', aDuty(), member, members, undefined],
    ['not by a stranger', aDuty(), someone('stranger'), nobody, 'record.not-found'],
    ['not by the office for who has an account', aDuty(), officer, nobody, 'record.not-found'],
    ['by the office for who has none', aDuty({ ownerId: '' }), officer, nobody, undefined],
    ['not as an inspection', aDuty({ kind: 'inspection' }), owner, nobody, 'record.not-found'],
    ['not twice', aDuty({ status: 'handedIn' }), owner, nobody, 'duty.done-already'],
    ['not after it was acknowledged', aDuty({ status: 'done' }), owner, nobody, 'duty.done-already'],
    ['not after a revocation', cancelled(aDuty()), owner, nobody, 'duty.cancelled'],
  ])('%s', (_, duty, actor, applicant, code) => {
    const act = () => handInAnnualReport(duty, applicant, content, first, at(actor, inTime));
    if (code) expect(refusalOf(act)).toBe(code);
    else expect(act().duty.next.status).toBe('handedIn');
  });

  test('with the files it names, which passed their check', () => {
    const file = (documentId: string, status: Document['status']) => ({ documentId, status }) as Document;
    const present = [file('a', 'checked'), file('b', 'awaited'), file('c', 'removed')];
    expect(named(['a'], present)).toHaveLength(1);
    for (const missing of ['b', 'c', 'd'])
      expect(refusalOf(() => named(['a', missing], present))).toBe('document.not-checked');
  });
});

describe('the office', () => {
  const now = '2028-04-10T01:00:00.000Z';

  test('acknowledges what was handed in', () => {
    const { duty, report } = acknowledgeAnnualReport(...awaiting(), at(officer, now));
    expect(duty.next.status).toBe('done');
    expect(report.next).toMatchObject({ status: 'acknowledged', decided: { by: 'officer' } });
  });

  test('returns it with a reason and a new due day, by which the next is in time', () => {
    const { duty, report } = returnAnnualReport(
      ...awaiting(),
      { reason: '缺指标', dueOn: '2028-04-11' },
      at(officer, now),
    );
    expect(report.next.status).toBe('returned');
    expect(duty.next).toMatchObject({ status: 'open', dueOn: '2028-04-11', returned: { reason: '缺指标' } });
    expect(duty.next.done).toBeUndefined();
    expect(duty.next.remindOn).toBe('2028-04-12');
    const again = handInAnnualReport(
      duty.next,
      nobody,
      content,
      { round: 2, files: [] },
      at(owner, '2028-04-11T15:59:59.999Z'),
    );
    expect(again.report.next).toMatchObject({ late: false, round: 2 });
  });

  const [duty, report] = awaiting();
  const acts: [string, () => unknown, string][] = [
    [
      'acknowledges nothing that is still owed',
      () => acknowledgeAnnualReport(aDuty(), undefined, at(officer)),
      'annual-report.not-awaiting',
    ],
    [
      'returns nothing twice',
      () => returnAnnualReport({ ...duty, status: 'open' }, report, { reason: 'x', dueOn: '2030-01-01' }, at(officer)),
      'annual-report.not-awaiting',
    ],
    [
      'returns nothing with today as due day',
      () => returnAnnualReport(duty, report, { reason: 'x', dueOn: '2028-04-10' }, at(officer, now)),
      'annual-report.due-in-past',
    ],
    ['alone decides: not the winner', () => acknowledgeAnnualReport(duty, report, at(owner)), 'person.role-missing'],
    [
      'alone decides: not an auditor',
      () => acknowledgeAnnualReport(duty, report, at(someone('a', 'auditor'))),
      'person.role-missing',
    ],
  ];
  test.each(acts)('%s', (_, act, code) => expect(refusalOf(act)).toBe(code));
});

describe('everybody reads', () => {
  const standing = { status: 'standing' } as const;
  const acknowledged = (): AnnualReport => acknowledgeAnnualReport(...awaiting(), at(officer)).report.next;

  test('the public part, once it is acknowledged, agreed to, and as long as the award stands', () => {
    expect(publicReports([acknowledged()], standing)).toEqual([{ year: 2028, text: '顾客满意度提高' }]);
    expect(publicReports([awaiting()[1]], standing)).toEqual([]);
    expect(publicReports([{ ...acknowledged(), status: 'returned' }], standing)).toEqual([]);
    expect(publicReports([acknowledged()], { status: 'revoked' })).toEqual([]);
  });

  test('nothing any more when the winner takes its consent back, and again when it is given', () => {
    const consent = (given: boolean) => setConsent(aDuty(), acknowledged(), nobody, given, at(owner)).next;
    expect(publicReports([consent(false)], standing)).toEqual([]);
    expect(publicReports([consent(true)], standing)).toHaveLength(1);
    expect(refusalOf(() => setConsent(aDuty(), acknowledged(), nobody, true, at(officer)))).toBe('record.not-found');
    const without = { ...acknowledged(), content: { ...content, publicPart: undefined } };
    expect(refusalOf(() => setConsent(aDuty(), without, nobody, true, at(owner)))).toBe('annual-report.no-public-part');
  });
});
