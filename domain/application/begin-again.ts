import { mayTake, actsForApplicant } from '../applicant.ts';
import type { Cycle } from '../cycle/cycle.ts';
import type { Document } from '../document/document.ts';
import type { Circumstances, Outcome } from '../record.ts';
import { decided, newHead } from '../record.ts';
import { refuseUnless } from '../refused.ts';
import type { Application } from './application.ts';
import { refuseIfOnDuty } from './duties.ts';
import { newDraft, refuseIfClosed } from './draft.ts';
import { isUnresolved } from './unresolved.ts';

/**
 * Begins a new draft from an application that was withdrawn: form, people and files are taken over, and what happened
 * to the withdrawn one stays with it. Throws `Refused` cycle.closed, application.not-withdrawn,
 * member.duty-conflicts, application.withdrawn-unresolved.
 */
export function beginAgain(
  from: Application,
  { cycle, applicationId, renamed }: { cycle: Cycle; applicationId: string; renamed: ReadonlyMap<string, string> },
  circumstances: Circumstances,
): Outcome<Application> {
  const { actor, now } = circumstances;
  refuseUnless(actsForApplicant(from, actor.personId), 'record.not-found', { record: 'application' });
  refuseUnless(mayTake(from, actor.personId, 'submit'), 'person.submit-right-missing');
  refuseUnless(from.stage === 'Withdrawn', 'application.not-withdrawn', { stage: from.stage });
  refuseIfOnDuty(actor.grants, from.programmeId);
  refuseUnless(!isUnresolved(from), 'application.withdrawn-unresolved');
  refuseIfClosed(from, cycle, now);
  const { kind, ownerId, sections, members, extension } = from;
  return decided(
    circumstances,
    {
      ...newDraft(cycle, { applicationId, kind, ownerId }, now),
      sections: withRenamed(sections, renamed),
      ...(members && { members }),
      ...(extension && { extension }),
      takenFrom: from.applicationId,
    },
    { type: 'applicationBegun', detail: { kind, takenFrom: from.applicationId } },
  );
}

/** The sections with the files that conditions name under their new ids; of a file that is not taken over, without it. */
function withRenamed(sections: Application['sections'], renamed: ReadonlyMap<string, string>): Application['sections'] {
  const { conditions } = sections;
  if (!conditions) return sections;
  const declarations = conditions.content.declarations.map((d) => ({
    ...d,
    ...(d.documents && { documents: d.documents.flatMap((id) => renamed.get(id) ?? []) }),
  }));
  return { ...sections, conditions: { ...conditions, content: { declarations } } };
}

/** The id of a file taken over into the new draft. */
export const takenOverId = (applicationId: string, id: string): string => `application~${applicationId}~${id}`;

/** A checked file of the withdrawn application, for the new draft: not uploaded again, and kept from where it lies. */
export function takeOver(
  file: Document,
  { from, applicationId, documentId }: { from: Application; applicationId: string; documentId: string },
  circumstances: Circumstances,
): Outcome<Document> {
  const filed = from.receipt?.files.find((f) => f.documentId === file.documentId);
  const lies = filed ? { key: filed.recordsKey, ...(filed.versionId && { versionId: filed.versionId }) } : file.kept;
  const { replaces: _, kept: __, ...rest } = file;
  const next: Document = {
    ...rest,
    ...newHead(file.programmeId),
    documentId,
    parent: `application:${applicationId}`,
    ...(lies && { kept: lies }),
  };
  const { kind, size, sha256 } = file;
  return decided(circumstances, next, {
    type: 'documentTakenOver',
    detail: { from: file.documentId, kind, size, sha256 },
  });
}
