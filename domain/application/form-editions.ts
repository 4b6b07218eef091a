import type { CivilDate } from '../record.ts';
import type { Application } from './application.ts';
import type { SectionName } from './form.ts';
import { sectionSchemas } from './form.ts';
import type { FormVersion } from './form-versions.ts';
import type { documentLabels } from './form-labels.ts';

type Kind = Application['kind'];
type DocumentKind = keyof typeof documentLabels;

/** One edition of the application form: its sections, and what must be there on submission. */
export interface FormEdition {
  readonly since: CivilDate;
  readonly sections: typeof sectionSchemas;
  readonly mandatorySections: Readonly<Record<Kind, readonly SectionName[]>>;
  readonly mandatoryDocuments: Readonly<Record<Kind, readonly DocumentKind[]>>;
}

const editions: Readonly<Record<FormVersion, FormEdition>> = {
  '2020.1': {
    since: '2020-12-25',
    sections: sectionSchemas,
    mandatorySections: {
      organisation: ['organisationIdentity', 'profile', 'results', 'conditions', 'undertaking'],
      individual: ['individualIdentity', 'conditions', 'undertaking'],
    },
    mandatoryDocuments: {
      organisation: ['applicationForm', 'selfAssessment', 'evidence', 'creditUndertaking'],
      individual: [
        'applicationForm',
        'identity',
        'workHistory',
        'selfAssessment',
        'evidence',
        'employerOpinion',
        'creditUndertaking',
      ],
    },
  },
};

/** The edition of the form that a cycle has pinned. */
export const formOf = (version: FormVersion): FormEdition => editions[version];

/** Whether the section is part of the form of this kind of applicant. */
export const belongsTo = (kind: Kind, section: SectionName): boolean =>
  kind === 'organisation'
    ? section !== 'individualIdentity'
    : section !== 'organisationIdentity' && section !== 'relations';
