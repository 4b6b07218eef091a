import type { Application } from '#domain/application/application';
import type { Assessor } from '#domain/assessor/assessor';
import type { Candidate } from '#domain/assessor/eligible';
import type { Cycle } from '#domain/cycle/cycle';
import { rules } from '#domain/cycle/rules';
import { newHead } from '#domain/record';
import { builtInEditions } from '#domain/review/criteria/built-in';
import { itemsOf } from '#domain/review/criteria/criteria';
import type { PanelReport } from '#domain/review/panel-report';
import type { Review, SheetItem } from '#domain/review/review';
import { anApplication, programmeId, someone } from './an-application.ts';

export const leader = someone('leader', 'assessor');
export const member = someone('member', 'assessor');
export const outsider = someone('outsider', 'assessor');
export const assessors = ['leader', 'member', 'outsider', 'fourth', 'fifth', 'sixth'];

/** The criteria of the cycles here. */
export const criteria = builtInEditions.organisation;
/** An assessor's entry in the pool, appointed for the years around the tests. */
export const anEntry = (personId: string, given: Partial<Assessor> = {}): Assessor => ({
  ...newHead(programmeId),
  version: 1,
  assessorId: `P-${personId}`,
  personId,
  name: personId,
  employments: [{ name: '质量研究院' }],
  industries: [],
  categories: [],
  appointments: [{ from: '2026-01-01', to: '2028-12-31', letter: '聘〔2026〕1号' }],
  trainings: [],
  appraisals: [],
  ...given,
});

/** Someone who can be named for any panel. */
export const aCandidate = (personId: string, given: Partial<Candidate> = {}): Candidate => ({
  personId,
  isAssessor: true,
  entry: anEntry(personId),
  pledged: true,
  reviews: new Set<string>(),
  ...given,
});

export const panelRules = { panelSize: 5, panelMinimum: 3, assessorLoad: 12, conflictYears: 3 };

const identity = {
  name: '昆明某厂',
  creditCode: '91530100MA6K000000',
  registeredOn: '2010-05-01',
  registrationType: 'company' as const,
  registrationAuthority: '昆明市市场监督管理局',
  legalPerson: true,
  domicileDivision: '530102',
  address: '昆明市',
  jurisdiction: '五华区',
  seniorLeader: '李明',
  contactName: '王芳',
  contactPhone: '13800000000',
  contactEmail: 'wang@example.test',
};

/** An organisation's application in material review with a panel of leader and member. */
export const inReview = (given: Partial<Application> = {}): Application =>
  anApplication({
    stage: 'MaterialReview',
    code: '2027-Z-1',
    sections: {
      organisationIdentity: {
        content: identity,
        version: 1,
        savedAt: '2027-01-01T00:00:00.000Z',
        savedBy: 'owner',
        savedByName: 'owner',
      },
    },
    panel: { leaderId: 'leader', assessorIds: ['leader', 'member'], formedAt: '2027-02-01T00:00:00.000Z' },
    ...given,
  });

/** Every item of the criteria filled in with one percentage; `exceptions` by code. */
export const filled = (percentage = 50, exceptions: Record<string, number> = {}) =>
  itemsOf(criteria).map(({ code }) => ({
    code,
    percentage: exceptions[code] ?? percentage,
    strengths: '方法系统',
    improvements: '推广不足',
    revision: 1,
  }));

/** An assessor's sheet of the application in review. */
export const aSheet = (assessorId: string, given: Partial<Review> = {}): Review => ({
  ...newHead(programmeId),
  version: 1,
  reviewId: `app_1~rev_${assessorId}`,
  applicationId: 'app_1',
  cycleId: 'cyc_1',
  assessorId,
  kind: 'organisation',
  items: [],
  round: 1,
  status: 'draft',
  ...given,
});

/** A sheet that is handed in. */
export const handedIn = (assessorId: string, items: SheetItem[] = filled()): Review =>
  aSheet(assessorId, { items, status: 'handedIn', handedInAt: '2027-02-20T00:00:00.000Z' });

/** A panel's report as its leader enters it. */
export const aPanelReport = (given: Partial<PanelReport> = {}): PanelReport => ({
  items: filled().map((i) => ({ ...i, consensus: false })),
  themes: '领导重视，结果有待提升',
  recommendation: '建议进入答辩',
  ...given,
});

/** The report as it is kept. */
export const reported = (scoreMilli = 500_000): NonNullable<Application['materialReview']> => ({
  ...aPanelReport(),
  scoreMilli,
  by: 'leader',
  at: '2027-02-25T00:00:00.000Z',
});

/** An announced cycle with the default settings. */
export const aCycleUnderReview = (given: Partial<Cycle> = {}): Cycle => ({
  ...newHead(programmeId),
  version: 1,
  cycleId: 'cyc_1',
  title: '第三届',
  year: 2027,
  status: 'announced',
  approvalReference: '云评组〔2026〕1号',
  opensAt: '2027-01-01T00:00:00.000Z',
  closesAt: '2027-01-31T16:00:00.000Z',
  criteria: {},
  settingsVersion: 1,
  calendars: [],
  amendments: [],
  rules: rules.parse({}),
  ...given,
});
