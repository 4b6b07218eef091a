import { enter, move, moved } from '../case.ts';
import type { Cycle } from '../cycle/cycle.ts';
import { phaseOf } from '../cycle/cycle.ts';
import type { Circumstances, Outcome } from '../record.ts';
import { decided, newHead } from '../record.ts';
import { Refused, refuseUnless } from '../refused.ts';
import type { Application } from './application.ts';
import type { SectionName } from './form.ts';
import { sectionSchemas } from './form.ts';

/** Begins a draft. A cycle must be announced: before that nobody can know its rules (A15). */
export function begin(
  cycle: Cycle,
  applicationId: string,
  kind: Application['kind'],
  circumstances: Circumstances,
): Outcome<Application> {
  const { actor, now } = circumstances;
  refuseIfClosed(cycle, now);
  return decided(
    circumstances,
    {
      ...newHead(cycle.programmeId),
      applicationId,
      cycleId: cycle.cycleId,
      kind,
      ownerId: actor.personId,
      stage: 'Draft',
      stageEnteredAt: now,
      sections: {},
      consultations: [],
      notices: {},
      objections: [],
      lists: [],
    },
    { type: 'applicationBegun', detail: { kind } },
  );
}

/** Throws `Refused` cycle.closed after the closing time: drafts stay readable, nothing can be handed in (A15). */
function refuseIfClosed(cycle: Cycle, now: string): void {
  refuseUnless(cycle.status === 'announced', 'record.not-found');
  refuseUnless(phaseOf(cycle, now) !== 'closed', 'cycle.closed', { closesAt: cycle.closesAt });
}

const belongs = (kind: Application['kind'], section: SectionName) =>
  kind === 'organisation' ? section !== 'individualIdentity' : section !== 'organisationIdentity';

/** Saves one section of the form; each is checked by its own schema. Throws `Refused` naming every field that does not fit. */
export function saveSection(
  of: Application,
  { section, content }: { section: SectionName; content: unknown },
  circumstances: Circumstances,
): Outcome<Application> {
  enter('application', of, 'saveSection', circumstances.actor);
  refuseUnless(belongs(of.kind, section), 'application.wrong-section', { kind: of.kind });
  const read = sectionSchemas[section].safeParse(content);
  if (!read.success)
    throw new Refused('application.section-invalid', {
      fields: read.error.issues.map((i) => ({ path: i.path.join('.'), problem: i.message })),
    });
  const saved = { content: read.data, savedAt: circumstances.now, savedBy: circumstances.actor.personId };
  return decided(
    circumstances,
    { ...of, sections: { ...of.sections, [section]: saved } as Application['sections'] },
    { type: 'sectionSaved', detail: { section } },
  );
}

/** The applicant withdraws, in any stage before the award (A15: applying is voluntary). */
export function withdraw(of: Application, reason: string, circumstances: Circumstances): Outcome<Application> {
  enter('application', of, 'withdraw', circumstances.actor);
  const ended = { stage: of.stage, reason, article: 'A15', at: circumstances.now };
  return decided(
    circumstances,
    { ...move(of, 'Withdrawn', circumstances.now), ended },
    moved(of, 'applicationWithdrawn', 'Withdrawn', { reason }),
  );
}
