import { applicationRoutes } from './application/routes.ts';
import { approvalRoutes } from './approval/routes.ts';
import { assessorRoutes } from './assessor/routes.ts';
import { assignmentRoutes } from './assignment/routes.ts';
import { awardMarkRoutes } from './award-mark/routes.ts';
import { bonusRoutes } from './bonus/routes.ts';
import { casePageRoutes } from './case-page/routes.ts';
import { consultationRoutes } from './consultation/routes.ts';
import { cultivationRoutes } from './cultivation/routes.ts';
import { cycleRoutes } from './cycle/routes.ts';
import { documentRoutes } from './document/routes.ts';
import { documentationRoutes } from './documentation/routes.ts';
import { dossierRoutes } from './dossier/routes.ts';
import { eligibilityRoutes } from './eligibility/routes.ts';
import { feedbackRoutes } from './feedback/routes.ts';
import { messageRoutes } from './message/routes.ts';
import { noticeRoutes } from './notice/routes.ts';
import { objectionRoutes } from './objection/routes.ts';
import { operationRoutes } from './operation/routes.ts';
import { peopleRoutes } from './people/routes.ts';
import { inspectionRoutes } from './inspection/routes.ts';
import { postAwardRoutes } from './post-award/routes.ts';
import { privacyRoutes } from './privacy/routes.ts';
import { programmeRoutes } from './programme/routes.ts';
import { rankingRoutes } from './ranking/routes.ts';
import { recommendationRoutes } from './recommendation/routes.ts';
import { retentionRoutes } from './retention/routes.ts';
import { reviewRoutes } from './review/routes.ts';
import { revocationRoutes } from './revocation/routes.ts';
import { suspensionRoutes } from './suspension/routes.ts';
import { verificationRoutes } from './verification/routes.ts';
import { voteRoutes } from './vote/routes.ts';
import { winnerImportRoutes } from './winner-import/routes.ts';
import { winnerRoutes } from './winner/routes.ts';
import type { Route } from './route.ts';

/**
 * The one route table. Infra makes the API from it, the local cloud runs it, the OpenAPI description and the portal's
 * client are written from it; a route's name is its handler's file (`functions/api/<idea>/<name-in-kebab-case>.ts`).
 */
export const routes = {
  ...applicationRoutes,
  ...approvalRoutes,
  ...assessorRoutes,
  ...assignmentRoutes,
  ...awardMarkRoutes,
  ...bonusRoutes,
  ...casePageRoutes,
  ...consultationRoutes,
  ...cultivationRoutes,
  ...cycleRoutes,
  ...documentRoutes,
  ...documentationRoutes,
  ...dossierRoutes,
  ...eligibilityRoutes,
  ...feedbackRoutes,
  ...messageRoutes,
  ...noticeRoutes,
  ...objectionRoutes,
  ...operationRoutes,
  ...peopleRoutes,
  ...inspectionRoutes,
  ...postAwardRoutes,
  ...privacyRoutes,
  ...programmeRoutes,
  ...rankingRoutes,
  ...recommendationRoutes,
  ...retentionRoutes,
  ...reviewRoutes,
  ...revocationRoutes,
  ...suspensionRoutes,
  ...verificationRoutes,
  ...voteRoutes,
  ...winnerImportRoutes,
  ...winnerRoutes,
} as const satisfies Record<string, Route>;

export type RouteName = keyof typeof routes;
