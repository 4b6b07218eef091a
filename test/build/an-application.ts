import type { Actor, Role } from '#domain/actor';
import type { Application } from '#domain/application/application';
import type { Circumstances } from '#domain/record';
import { newHead } from '#domain/record';

export const programmeId = 'test-award';

/** A person holding a role in the test programme. */
export const someone = (
  personId: string,
  role?: Role,
  more: { departmentCode?: string; jurisdiction?: string } = {},
): Actor => ({
  personId,
  name: personId,
  grants: role
    ? [{ grantId: 'grt_1', programmeId, role, since: '2026-01-01T00:00:00.000Z', grantedBy: 'admin', ...more }]
    : [],
});

export const officer = someone('officer', 'office');
export const owner = someone('owner');

/** Someone acting at a moment: `at(officer)`, `at(owner, '2027-03-31T15:59:59.999Z')`. */
export const at = (actor: Actor, now = '2027-03-01T01:00:00.000Z'): Circumstances => ({ actor, now });

/** An organisation's application in a stage; what the test is about is given. */
export const anApplication = (given: Partial<Application> = {}): Application => ({
  ...newHead(programmeId),
  version: 1,
  applicationId: 'app_1',
  cycleId: 'cyc_1',
  kind: 'organisation',
  ownerId: owner.personId,
  stage: 'Draft',
  stageEnteredAt: '2027-02-01T00:00:00.000Z',
  sections: {},
  consultations: [],
  notices: {},
  objections: [],
  lists: [],
  ...given,
});
