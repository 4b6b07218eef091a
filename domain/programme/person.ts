import * as z from 'zod';
import type { Role } from '../actor.ts';
import { grant } from '../actor.ts';
import type { Circumstances, Outcome } from '../record.ts';
import { decided, newHead, recordHead } from '../record.ts';
import { Refused, refuseUnless } from '../refused.ts';

/** A registered person. Identified by the issuer's subject; their roles are records here, not claims of a token. */
export const person = z.object({
  ...recordHead,
  personId: z.string(),
  name: z.string(),
  email: z.string(),
  phone: z.string().optional(),
  language: z.enum(['zh-CN', 'en']),
  consentedAt: z.iso.datetime().describe('Consent to the privacy notice (PIPL)'),
  grants: z.array(grant),
  erasedAt: z.iso.datetime().optional().describe('When the person had their data erased (PIPL)'),
});
export type Person = z.infer<typeof person>;

/** What an answer may contain of a person. */
export const personView = person.pick({ personId: true, name: true, email: true, language: true, grants: true });

/** The register of people belongs to the installation, not to one programme. */
export const installation = '*';

/** A person registers on first sign-in and is an applicant from then on; the installation's first administrators are named by its configuration. */
export function register(
  who: { personId: string; email: string; name: string; phone?: string | undefined; language: 'zh-CN' | 'en' },
  isFirstAdministrator: boolean,
  { now, actor }: Circumstances,
  newId: (prefix: string) => string,
): Outcome<Person> {
  const next: Person = {
    ...newHead(installation),
    ...who,
    consentedAt: now,
    grants: isFirstAdministrator
      ? [{ grantId: newId('grt'), programmeId: installation, role: 'administrator', since: now, grantedBy: 'system' }]
      : [],
  };
  return decided({ now, actor }, next, { type: 'personRegistered', detail: { administrator: isFirstAdministrator } });
}

/**
 * Duties that one person may not hold together in a programme: who runs the process does not vote on it, who
 * administers the system does not decide in it, who audits takes no part (A7–A9, separation of duties).
 */
const incompatible: Readonly<Partial<Record<Role, readonly Role[]>>> = {
  office: ['committeeMember', 'registrar', 'assessor', 'auditor', 'administrator'],
  committeeMember: ['office', 'registrar', 'assessor', 'auditor', 'administrator'],
  assessor: ['office', 'committeeMember', 'registrar', 'auditor', 'administrator'],
  registrar: ['office', 'committeeMember', 'assessor', 'auditor', 'administrator'],
  department: ['office', 'auditor', 'administrator'],
  recommendingBody: ['auditor', 'administrator'],
  auditor: ['office', 'committeeMember', 'assessor', 'registrar', 'department', 'recommendingBody', 'administrator'],
  administrator: ['office', 'committeeMember', 'assessor', 'registrar', 'department', 'recommendingBody', 'auditor'],
};

/** Grants a role in a programme. Throws `Refused` grant.incompatible, grant.detail-missing. */
export function grantRole(
  to: Person,
  wanted: { programmeId: string; role: Role; jurisdiction?: string | undefined; departmentCode?: string | undefined },
  { now, actor }: Circumstances,
  newId: (prefix: string) => string,
): Outcome<Person> {
  const held = to.grants.filter((g) => !g.until).map((g) => g.role);
  const clash = held.filter((role) => incompatible[wanted.role]?.includes(role));
  if (clash.length > 0) throw new Refused('grant.incompatible', { roles: clash });
  refuseUnless(wanted.role !== 'department' || !!wanted.departmentCode, 'grant.detail-missing', {
    field: 'departmentCode',
  });
  refuseUnless(wanted.role !== 'recommendingBody' || !!wanted.jurisdiction, 'grant.detail-missing', {
    field: 'jurisdiction',
  });
  const granted = { ...wanted, grantId: newId('grt'), since: now, grantedBy: actor.personId };
  return decided(
    { now, actor },
    { ...to, grants: [...to.grants, granted] },
    { type: 'roleGranted', detail: { ...granted } },
  );
}

/** Ends a grant; what was done under it stands. Throws `Refused` grant.not-standing. */
export function endGrant(
  of: Person,
  { grantId, reason }: { grantId: string; reason: string },
  { now, actor }: Circumstances,
): Outcome<Person> {
  refuseUnless(
    of.grants.some((g) => g.grantId === grantId && !g.until),
    'grant.not-standing',
  );
  const grants = of.grants.map((g) => (g.grantId === grantId ? { ...g, until: now } : g));
  return decided({ now, actor }, { ...of, grants }, { type: 'grantEnded', detail: { grantId, reason } });
}
