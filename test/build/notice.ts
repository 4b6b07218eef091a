import type { Application } from '#domain/application/application';
import { newHead } from '#domain/record';
import type { PublishedNotice } from '#domain/public-notice/notice';
import type { Objection } from '#domain/objection/objection';
import { anOrganisation } from '#test/build/eligibility';
import { programmeId } from '#test/build/an-application';

/** The notice of the tests ends at 24:00 of Tuesday 9 March 2027 (published on the 1st; the 8th is a holiday). */
export const endsAt = '2027-03-09T16:00:00.000Z';

/** The notice in which the organisation stands. */
export const aNotice = (given: Partial<PublishedNotice> = {}): PublishedNotice => ({
  ...newHead(programmeId),
  noticeId: 'ntc_1',
  cycleId: 'cyc_1',
  kind: 'EligibilityNotice',
  title: '资格公示',
  publisher: { zh: '质量奖评审办公室', en: 'Review Office' },
  status: 'published',
  preparing: { by: 'officer', at: '2027-03-01T00:59:00.000Z', pages: 1, bundles: 1 },
  listId: 'lst_1',
  entryCount: 1,
  publishedAt: '2027-03-01T01:00:00.000Z',
  firstDay: '2027-03-02',
  lastDay: '2027-03-09',
  endsAt,
  ...given,
});

/** A department's answer on record: without one nobody is published. */
export const answered: Application['consultations'] = [
  {
    departmentCode: 'tax',
    letterId: 'ltr_1',
    letterNumber: '1',
    question: '有无违法?',
    sentAt: '2027-02-10T00:00:00.000Z',
    dueOn: '2027-02-25',
    answer: { verdict: 'noObjection', facts: '无', by: 'tax', at: '2027-02-12T00:00:00.000Z' },
  },
];

type Kind = PublishedNotice['kind'];
type Mark = Application['objections'][number]['status'];

/** An application under a published notice, with objections in the states given. */
export const underNotice = (kind: Kind = 'EligibilityNotice', ...objections: Mark[]): Application =>
  anOrganisation({
    stage: kind,
    notices: { [kind]: { noticeId: 'ntc_1', endsAt } },
    objections: objections.map((status, i) => ({ objectionId: `obj_${i + 1}`, noticeId: 'ntc_1', status })),
  });

/** An open objection by someone with a name and an address. */
export const anObjection = (given: Partial<Objection> = {}): Objection => ({
  ...newHead(programmeId),
  objectionId: 'obj_1',
  cycleId: 'cyc_1',
  noticeId: 'ntc_1',
  noticeTitle: '资格公示',
  applicationId: 'app_1',
  name: '赵某',
  email: 'zhao@example.org',
  text: '该企业 2026 年发生过事故。',
  receivedAt: '2027-03-02T01:00:00.000Z',
  status: 'open',
  dueOn: '2027-03-10',
  codeHash: 'hash of the code',
  investigator: { personId: 'investigator', name: '核', by: 'officer', at: '2027-03-02T02:00:00.000Z' },
  ...given,
});
