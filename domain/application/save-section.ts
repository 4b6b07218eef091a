import { canonical } from '../audit/event.ts';
import { enter } from '../case.ts';
import type { Cycle } from '../cycle/cycle.ts';
import type { Circumstances, Outcome } from '../record.ts';
import { decided } from '../record.ts';
import { Refused, refuseUnless } from '../refused.ts';
import type { Application } from './application.ts';
import { refuseUnlessLocal } from './domicile.ts';
import type { organisationIdentity, SectionName } from './form.ts';
import { belongsTo, formOf } from './form-editions.ts';
import { problemsOf } from './section-problems.ts';
import type * as z from 'zod';

interface SectionEdit {
  readonly cycle: Pick<Cycle, 'rules'>;
  readonly section: SectionName;
  readonly content: unknown;
  /** The version of the section that was edited; 0 for one that was not there. */
  readonly basedOn: number;
}

/**
 * Saves one section of the form, checked by its schema in the edition that the cycle pinned. Throws `Refused`
 * application.section-invalid naming every field that does not fit, application.section-changed with what is there now
 * when somebody saved the section meanwhile, application.not-legal-person and .domicile-elsewhere (A12).
 */
export function saveSection(
  of: Application,
  { cycle, section, content, basedOn }: SectionEdit,
  circumstances: Circumstances,
): Outcome<Application> {
  const { actor, now } = circumstances;
  enter('application', of, 'saveSection', actor);
  refuseUnless(belongsTo(of.kind, section), 'application.wrong-section', { kind: of.kind });
  const read = formOf(cycle.rules.formVersion).sections[section].safeParse(content);
  if (!read.success)
    throw new Refused('application.section-invalid', {
      fields: read.error.issues.map((i) => ({ path: i.path.join('.'), problem: i.message })),
    });
  const fields = problemsOf(of, section, read.data, { rules: cycle.rules, now });
  refuseUnless(fields.length === 0, 'application.section-invalid', { fields });
  if (section === 'organisationIdentity')
    refuseUnlessLocal(read.data as z.infer<typeof organisationIdentity>, cycle.rules);
  refuseIfChanged(of, section, read.data, basedOn);
  const version = (of.sections[section]?.version ?? 0) + 1;
  const saved = { content: read.data, version, savedAt: now, savedBy: actor.personId, savedByName: actor.name };
  return decided(
    circumstances,
    { ...of, sections: { ...of.sections, [section]: saved } as Application['sections'] },
    { type: 'sectionSaved', detail: { section, version } },
  );
}

/** Who sends what is there already loses nobody's work: a repeat whose answer was lost is no conflict. */
function refuseIfChanged(of: Application, section: SectionName, sent: unknown, basedOn: number): void {
  const present = of.sections[section];
  const version = present?.version ?? 0;
  if (version === basedOn || canonical(present?.content) === canonical(sent)) return;
  throw new Refused('application.section-changed', {
    section,
    version,
    content: present?.content,
    savedAt: present?.savedAt,
    savedBy: present?.savedBy,
    savedByName: present?.savedByName,
  });
}
