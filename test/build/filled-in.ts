import type { Application } from '#domain/application/application';
import type { Document } from '#domain/document/document';
import { creditCodeOf, organisationForm, withEvidence } from '#local/sample/forms';

const saved = { version: 1, savedAt: '2027-02-01T00:00:00.000Z', savedBy: 'owner', savedByName: 'owner' };

/** An organisation's form, filled in and saved, and its files, all checked: what can be handed in. */
export function filledIn(): { sections: Application['sections']; documents: Document[] } {
  const kinds = ['applicationForm', 'selfAssessment', 'evidence', 'creditUndertaking'] as const;
  const documents = kinds.map((kind) => ({
    ...{
      documentId: `doc_${kind}`,
      kind,
      name: `${kind}.pdf`,
      format: 'application/pdf',
      size: 1000,
      status: 'checked',
    },
  })) as Document[];
  const form = organisationForm(creditCodeOf(1), '滇池机械', [2024, 2025, 2026]);
  const conditions = withEvidence(form.conditions, ['doc_evidence']);
  const sections = Object.entries({ ...form, conditions }).map(([name, content]) => [name, { ...saved, content }]);
  return { sections: Object.fromEntries(sections) as Application['sections'], documents };
}
