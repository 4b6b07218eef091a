import * as z from 'zod';
import type { Rules } from '../cycle/rules.ts';
import { formatNames } from '../document/document.ts';
import { bytesAtMost, bytesTogether } from '../document/limits.ts';
import { itemsToDeclare, needsEvidence } from '../eligibility/findings.ts';
import { itemTexts } from '../eligibility/item-texts.ts';
import type { Application } from './application.ts';
import type { SectionName } from './form.ts';
import { belongsTo, formOf } from './form-editions.ts';
import { documentLabels, sectionLabels } from './form-labels.ts';
import { formVersions } from './form-versions.ts';
import { idKindLabels } from './id-kinds.ts';
import { kunmingDivisions } from './domicile.ts';

const label = { zh: z.string(), en: z.string() };

/** The form as a program that shows it needs it. */
export const formDescription = z.object({
  formVersion: z.enum(formVersions),
  kind: z.enum(['organisation', 'individual']),
  sections: z.array(
    z.object({
      name: z.string(),
      ...label,
      mandatory: z.boolean(),
      fields: z.array(z.object({ name: z.string(), ...label, required: z.boolean() })),
      schema: z
        .record(z.string(), z.unknown())
        .describe('JSON Schema of what is saved; `maxCharacters` is a limit in 字'),
    }),
  ),
  declarations: z
    .array(z.object({ item: z.string(), ...label, evidence: z.boolean() }))
    .describe('What the applicant speaks on, item by item: `A14(5)` as a top manager only; some show it by files'),
  documents: z.array(z.object({ kind: z.string(), ...label, mandatory: z.boolean() })),
  limits: z.object({
    bytes: z.record(z.string(), z.int()).describe('Of one file, by format'),
    totalBytes: z.int(),
    files: z.int(),
  }),
  choices: z.object({
    idKinds: z.array(z.object({ value: z.string(), ...label })),
    divisions: z.array(z.object({ value: z.string(), zh: z.string() })),
    jurisdictions: z.array(z.string()).describe('For which there is a recommending body now'),
  }),
});

/** Describes a cycle's form for one kind of applicant: sections, fields, limits, mandatory parts and files. */
export function describeForm(
  rules: Rules,
  kind: Application['kind'],
  jurisdictions: readonly string[],
): z.infer<typeof formDescription> {
  const { formVersion, fileLimits } = rules;
  const form = formOf(formVersion);
  const names = (Object.keys(form.sections) as SectionName[]).filter((name) => belongsTo(kind, name));
  return {
    formVersion,
    kind,
    sections: names.map((name) => {
      const { fields, zh, en } = sectionLabels[name];
      const schema = z.toJSONSchema(form.sections[name], { io: 'input', unrepresentable: 'any' });
      const required = schema.required ?? [];
      return {
        name,
        zh,
        en,
        mandatory: form.mandatorySections[kind].includes(name),
        fields: Object.entries(fields).map(([field, text]) => ({
          name: field,
          zh: text.zh,
          en: text.en,
          required: required.includes(field),
        })),
        schema,
      };
    }),
    declarations: itemsToDeclare(kind, true, rules).map((item) => ({
      item,
      ...(itemTexts[item] ?? { zh: item, en: item }),
      evidence: needsEvidence(item),
    })),
    documents: Object.entries(documentLabels).map(([document, { zh, en }]) => ({
      kind: document,
      zh,
      en,
      mandatory: form.mandatoryDocuments[kind].some((k) => k === document),
    })),
    limits: {
      bytes: Object.fromEntries(formatNames.map((format) => [format, bytesAtMost(format, fileLimits)])),
      totalBytes: bytesTogether(fileLimits),
      files: fileLimits.files,
    },
    choices: {
      idKinds: Object.entries(idKindLabels).map(([value, text]) => ({ value, ...text })),
      divisions: Object.entries(kunmingDivisions).map(([value, zh]) => ({ value, zh })),
      jurisdictions: [...new Set(jurisdictions)].sort(),
    },
  };
}
