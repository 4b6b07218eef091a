import { annualReportMessages } from '../annual-report/messages.ts';
import { applicationMessages } from '../application/messages.ts';
import { approvalMessages } from '../approval/messages.ts';
import { assessorMessages } from '../assessor/messages.ts';
import { casePageMessages } from '../case-page/messages.ts';
import { consultationMessages } from '../consultation/messages.ts';
import { eligibilityMessages } from '../eligibility/messages.ts';
import { platformPushMessages } from '../platform-push/messages.ts';
import { postAwardMessages } from '../post-award/messages.ts';
import { inspectionMessages } from '../inspection/messages.ts';
import { objectionMessages } from '../objection/messages.ts';
import { privacyMessages } from '../privacy/messages.ts';
import { publicNoticeMessages } from '../public-notice/messages.ts';
import { rankingMessages } from '../ranking/messages.ts';
import { recommendationMessages } from '../recommendation/messages.ts';
import { retentionMessages } from '../retention/messages.ts';
import { reviewMessages } from '../review/messages.ts';
import { revocationMessages } from '../revocation/messages.ts';
import { suspensionMessages } from '../suspension/messages.ts';
import { voteMessages } from '../vote/messages.ts';
import { clockworkMessages } from './clockwork-messages.ts';
import type { MessageRules } from './message.ts';

/** What is told to whom, by the type of the event; an event without an entry is told to nobody. */
export const messageRules: MessageRules = {
  ...clockworkMessages,
  ...annualReportMessages,
  ...applicationMessages,
  ...approvalMessages,
  ...assessorMessages,
  ...casePageMessages,
  ...consultationMessages,
  ...eligibilityMessages,
  ...platformPushMessages,
  ...postAwardMessages,
  ...inspectionMessages,
  ...objectionMessages,
  ...privacyMessages,
  ...publicNoticeMessages,
  ...rankingMessages,
  ...recommendationMessages,
  ...retentionMessages,
  ...reviewMessages,
  ...revocationMessages,
  ...suspensionMessages,
  ...voteMessages,
};
