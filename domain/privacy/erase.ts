import type { Application } from '../application/application.ts';
import type { Person } from '../programme/person.ts';
import type { CivilDate, Circumstances, Outcome } from '../record.ts';
import { decided } from '../record.ts';
import { refuseUnless } from '../refused.ts';

/** What stays of a name in the register, so that the audit trail still points somewhere. */
export const erasedName = '(已注销)';

/** Until when the law keeps what a person handed in or reviewed: each the first day on which it need not be kept. */
export type Kept = readonly CivilDate[];

/**
 * Erases a person's entry in the register: name, address, telephone (PIPL, article 47). Throws `Refused` privacy.kept
 * with the day, as long as files of theirs are kept by A29; privacy.role-held while they hold duties.
 */
export function eraseMe(of: Person, kept: Kept, circumstances: Circumstances): Outcome<Person> {
  refuseUnless(of.erasedAt === undefined, 'privacy.erased-already');
  const roles = of.grants.filter((g) => !g.until && g.role !== 'applicant').map((g) => g.role);
  refuseUnless(roles.length === 0, 'privacy.role-held', { roles });
  const until = [...kept].sort().at(-1);
  refuseUnless(until === undefined, 'privacy.kept', { until });
  const next = { ...of, name: erasedName, email: '', phone: undefined, erasedAt: circumstances.now };
  return decided<Person>({ ...circumstances, actor: anonymous(circumstances) }, next, { type: 'personErased' });
}

/** The last entry of the trail does not write the name down once more. */
const anonymous = ({ actor }: Circumstances) => ({ ...actor, name: erasedName });

/** The form of a draft that was never handed in goes with its owner; undefined when there is nothing of it. */
export const eraseDraft = (of: Application, circumstances: Circumstances): Outcome<Application> | undefined =>
  of.receipt || Object.keys(of.sections).length === 0
    ? undefined
    : decided<Application>(
        { ...circumstances, actor: anonymous(circumstances) },
        { ...of, sections: {}, handedIn: undefined },
        { type: 'draftErased' },
      );

/** A person corrects what the register says of them; the events name the fields and not what was in them. */
export function correctMe(
  of: Person,
  right: { name?: string | undefined; phone?: string | undefined; language?: Person['language'] | undefined },
  circumstances: Circumstances,
): Outcome<Person> {
  const given = Object.fromEntries(Object.entries(right).filter(([, value]) => value !== undefined));
  return decided<Person>(
    circumstances,
    { ...of, ...given },
    { type: 'personCorrected', detail: { fields: Object.keys(given) } },
  );
}
