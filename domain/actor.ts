import * as z from 'zod';

/** The roles a person can be granted in a programme. A panel's leader is an assessor named on an application. */
export const roles = [
  'applicant',
  'recommendingBody',
  'office',
  'department',
  'assessor',
  'committeeMember',
  'registrar',
  'auditor',
  'administrator',
] as const;
export type Role = (typeof roles)[number];

/** Who a transition of the lifecycle belongs to: roles, a panel's leader, the public, or the system's own clockwork. */
export type Party = Exclude<Role, 'auditor' | 'administrator'> | 'panelLeader' | 'public' | 'system';

export const grant = z.object({
  grantId: z.string(),
  programmeId: z.string().describe('`*` for an administrator of the whole installation'),
  role: z.enum(roles),
  jurisdiction: z
    .string()
    .optional()
    .describe('Of a recommending body: the area, trade or system it answers for (A10)'),
  departmentCode: z.string().optional().describe('Of a consulted department (A16)'),
  since: z.iso.datetime(),
  until: z.iso.datetime().optional().describe('When the grant ended; absent while it stands'),
  grantedBy: z.string(),
});
export type Grant = z.infer<typeof grant>;

/** Who acts: a registered person with their standing grants, or the system itself. */
export interface Actor {
  readonly personId: string;
  readonly name: string;
  readonly grants: readonly Grant[];
}

/** The clockwork: schedules, state machines and consumers act under this name. */
export const systemActor: Actor = { personId: 'system', name: '系统', grants: [] };

/** Someone who did not sign in. */
export const publicActor: Actor = { personId: 'public', name: '社会公众', grants: [] };

const stands = (g: Grant) => g.until === undefined;

/** Whether the role is among the standing grants, for the programme. */
export const roleIsHeld = (grants: readonly Grant[], role: Role, programmeId: string): boolean =>
  grants.some((g) => stands(g) && g.role === role && (g.programmeId === programmeId || g.programmeId === '*'));

/** Whether the actor holds the role in the programme now. */
export const hasRole = (actor: Actor, role: Role, programmeId: string): boolean =>
  roleIsHeld(actor.grants, role, programmeId);

/** Whether the actor holds the role in any programme. */
export const hasRoleAnywhere = (actor: Actor, role: Role): boolean =>
  actor.grants.some((g) => stands(g) && g.role === role);

/** The departments the actor answers for in the programme (A16). */
export const departmentsOf = (actor: Actor, programmeId: string): string[] =>
  actor.grants
    .filter((g) => stands(g) && g.role === 'department' && g.programmeId === programmeId)
    .flatMap((g) => g.departmentCode ?? []);

/** The jurisdictions the actor recommends for in the programme (A10). */
export const jurisdictionsOf = (actor: Actor, programmeId: string): string[] =>
  actor.grants
    .filter((g) => stands(g) && g.role === 'recommendingBody' && g.programmeId === programmeId)
    .flatMap((g) => g.jurisdiction ?? []);
