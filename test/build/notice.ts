import type { Application } from '#domain/application/application';
import { newHead } from '#domain/record';
import type { Notice } from '#domain/public-notice/notice';
import type { Objection } from '#domain/objection/objection';
import { anOrganisation } from '#test/build/eligibility';
import { programmeId } from '#test/build/an-application';

/** The notice of the tests ends at 24:00 of Tuesday 9 March 2027 (published on the 1st; the 8th is a holiday). */
export const endsAt = '2027-03-09T16:00:00.000Z';

/** The notice in which the organisation stands. */
export const aNotice = (given: Partial<Notice> = {}): Notice => ({
  ...newHead(programmeId),
  noticeId: 'ntc_1',
  cycleId: 'cyc_1',
  kind: 'EligibilityNotice',
  title: '资格公示',
  publishedAt: '2027-03-01T01:00:00.000Z',
  lastDay: '2027-03-09',
  endsAt,
  entries: [{ applicationId: 'app_1', name: '滇池机械', kind: 'organisation' }],
  ...given,
});

type Kind = Notice['kind'];
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
