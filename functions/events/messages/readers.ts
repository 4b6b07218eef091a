import type { Audience } from '#domain/notification/message';
import { installation } from '#domain/programme/person';
import type { Deps } from '#functions/runtime/deps';

/** Someone who reads a message; without a person's id they have no inbox and get the mail alone. */
export interface Reader {
  readonly personId?: string;
  readonly name: string;
  readonly email: string;
  readonly language: 'zh-CN' | 'en';
}

/** The people an audience means at this moment. */
export async function readersOf(to: Audience, programmeId: string, deps: Deps): Promise<readonly Reader[]> {
  if ('objectorOf' in to) {
    const { email, name = '' } = await deps.objections.get(to.objectorOf);
    return email ? [{ name, email, language: 'zh-CN' }] : [];
  }
  if ('personId' in to) {
    const person = await deps.people.find(to.personId);
    return person ? [person] : [];
  }
  if ('departmentCode' in to)
    return (await deps.people.holders(programmeId, 'department')).filter((h) => h.departmentCode === to.departmentCode);
  if ('jurisdiction' in to)
    return (await deps.people.holders(programmeId, 'recommendingBody')).filter(
      (h) => h.jurisdiction === to.jurisdiction,
    );
  const holders = await deps.people.holders(programmeId, to.role);
  return to.role === 'administrator' ? [...holders, ...(await deps.people.holders(installation, to.role))] : holders;
}
