import type { Application } from '../application/application.ts';
import type { ListEntry } from '../list/list.ts';
import type { Taken } from './standing.ts';

/** Where a proposed winner stands as long as nothing came between: from the vote to the award. */
const stands: readonly Application['stage'][] = ['CommitteeVote', 'AwardNotice', 'GovernmentApproval', 'Awarded'];

/**
 * The places of the cycle's quotas that are taken: by those whom earlier votes elected and who were not dropped since.
 * A new vote after an upheld objection (D20) has only the places that came free.
 */
export const placesTaken = (
  won: readonly ListEntry[],
  applications: readonly Pick<Application, 'applicationId' | 'stage' | 'kind'>[],
): Taken =>
  won.flatMap(({ applicationId, award }) => {
    const application = applications.find((a) => a.applicationId === applicationId);
    return award && application && stands.includes(application.stage) ? [{ award, kind: application.kind }] : [];
  });
