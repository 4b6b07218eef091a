import { annualReportRefusals } from './annual-report/refusals.ts';
import { applicationRefusals } from './application/refusals.ts';
import { approvalRefusals } from './approval/refusals.ts';
import { assessorRefusals } from './assessor/refusals.ts';
import { assignmentRefusals } from './assignment/refusals.ts';
import { awardMarkRefusals } from './award-mark/refusals.ts';
import { bonusRefusals } from './bonus/refusals.ts';
import { casePageRefusals } from './case-page/refusals.ts';
import { consultationRefusals } from './consultation/refusals.ts';
import { cultivationRefusals } from './cultivation/refusals.ts';
import { amendmentRefusals } from './cycle/amendment-refusals.ts';
import { cycleRefusals } from './cycle/refusals.ts';
import { documentRefusals } from './document/refusals.ts';
import { dossierRefusals } from './dossier/refusals.ts';
import { eligibilityRefusals } from './eligibility/refusals.ts';
import { postAwardRefusals } from './post-award/refusals.ts';
import { platformPushRefusals } from './platform-push/refusals.ts';
import { privacyRefusals } from './privacy/refusals.ts';
import { programmeRefusals } from './programme/refusals.ts';
import { objectionRefusals } from './objection/refusals.ts';
import { inspectionRefusals } from './inspection/refusals.ts';
import { noticeRefusals } from './public-notice/refusals.ts';
import { rankingRefusals } from './ranking/refusals.ts';
import { recommendationRefusals } from './recommendation/refusals.ts';
import { requestRefusals } from './request/refusals.ts';
import { resolutionRefusals } from './resolution/refusals.ts';
import { retentionRefusals } from './retention/refusals.ts';
import { reviewRefusals } from './review/refusals.ts';
import { revocationRefusals } from './revocation/refusals.ts';
import { suspensionRefusals } from './suspension/refusals.ts';
import { voteRefusals } from './vote/refusals.ts';
import { winnerImportRefusals } from './winner-import/refusals.ts';
import { winnerRefusals } from './winner/refusals.ts';
import { inChinese } from './wording.ts';

/** What a refusal is, so that the runtime can choose a status without the domain knowing HTTP. */
export type RefusalKind = 'invalid' | 'forbidden' | 'notFound' | 'conflict' | 'tooLarge' | 'tooOften';

/** One way to be refused. `{name}` in a sentence stands for a fact of the refusal's detail. */
export interface Refusal {
  readonly kind: RefusalKind;
  readonly article?: string;
  readonly zh: string;
  readonly en: string;
}

const catalogue = {
  ...amendmentRefusals,
  ...annualReportRefusals,
  ...applicationRefusals,
  ...approvalRefusals,
  ...assessorRefusals,
  ...assignmentRefusals,
  ...awardMarkRefusals,
  ...bonusRefusals,
  ...casePageRefusals,
  ...consultationRefusals,
  ...cultivationRefusals,
  ...cycleRefusals,
  ...documentRefusals,
  ...dossierRefusals,
  ...eligibilityRefusals,
  ...postAwardRefusals,
  ...platformPushRefusals,
  ...privacyRefusals,
  ...programmeRefusals,
  ...inspectionRefusals,
  ...noticeRefusals,
  ...objectionRefusals,
  ...rankingRefusals,
  ...recommendationRefusals,
  ...requestRefusals,
  ...resolutionRefusals,
  ...retentionRefusals,
  ...reviewRefusals,
  ...revocationRefusals,
  ...suspensionRefusals,
  ...voteRefusals,
  ...winnerImportRefusals,
  ...winnerRefusals,
} as const satisfies Record<string, Refusal>;

export type RefusalCode = keyof typeof catalogue;

/** The one catalogue of refusals, gathered from the ideas that refuse. */
export const refusals: Readonly<Record<RefusalCode, Refusal>> = catalogue;

type Wording = (fact: string, value: unknown) => string;

const fill = (sentence: string, detail: Readonly<Record<string, unknown>>, inWords: Wording) =>
  sentence.replace(/\{(\w+)\}/g, (_, name: string) => {
    const fact = detail[name];
    return Array.isArray(fact) ? fact.map((one) => inWords(name, one)).join('、') : inWords(name, fact);
  });

/** The refusal's sentences with its facts filled in: the Chinese one in words, the detail keeps the codes. */
export const refusalText = (code: RefusalCode, detail: Readonly<Record<string, unknown>>) => ({
  zh: fill(refusals[code].zh, detail, inChinese),
  en: fill(refusals[code].en, detail, (_, value) => String(value ?? '')),
});
