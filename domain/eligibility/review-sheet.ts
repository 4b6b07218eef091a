import * as z from 'zod';
import type { Application } from '../application/application.ts';
import type { Cycle } from '../cycle/cycle.ts';
import { lookBackAnchor } from '../cycle/look-back-anchor.ts';
import { arithmeticCheck, checkArithmetic } from './check.ts';
import { lookBackOf } from './dated-fact.ts';
import { explain, explainFact } from './explain.ts';
import { itemsToFind, recordedFinding } from './findings.ts';
import { itemTexts } from './item-texts.ts';

const sentence = z.object({ zh: z.string(), en: z.string() });

/** One condition or exclusion as the office examines it: what is declared, shown, computed, reported and found. */
export const reviewSheetItem = z.object({
  item: z.string(),
  text: sentence,
  declaration: z.string().optional(),
  evidence: z.array(z.object({ documentId: z.string(), kind: z.string(), name: z.string() })),
  arithmetic: z.array(z.object({ check: arithmeticCheck, sentence })),
  lookAt: sentence.optional().describe('What the officer looks at beside the evidence'),
  facts: z.array(sentence).describe('Of the finding and of late facts: held against the look-back (D7, D10)'),
  finding: recordedFinding.partial({ by: true, at: true }).optional(),
});
type Item = z.infer<typeof reviewSheetItem>;

/** The number of who registered it does not tell where an organisation is at home; its licence does (A12). */
const licence = {
  zh: '由省级或国家登记机关注册:请核对营业执照(登记证书)所载住所是否在本市。',
  en: 'Registered by the province or the state: look at the licence, whether its domicile is in the city.',
};

/** The whole review of an application, item by item (A12–A14, A16). */
export function reviewSheet(of: Application, cycle: Pick<Cycle, 'opensAt' | 'closesAt' | 'rules'>): Item[] {
  const { conditions, exclusions } = itemsToFind(of.kind, cycle.rules);
  const anchor = lookBackAnchor(cycle);
  const checks = checkArithmetic(of, cycle);
  const declarations = of.sections.conditions?.content.declarations ?? [];
  const findings: readonly NonNullable<Item['finding']>[] = of.findings ?? of.eligibility?.findings ?? [];
  const late = (of.suspensions ?? []).flatMap((s) => s.facts);
  return [...conditions, ...exclusions].map((item) => {
    const declared = declarations.find((d) => d.condition === item);
    const finding = findings.find((f) => f.item === item);
    const facts = [...(finding?.fact ? [finding.fact] : []), ...late.filter((f) => f.item === item)];
    return {
      item,
      text: itemTexts[item] ?? { zh: item, en: item },
      declaration: declared?.statement,
      evidence: (of.receipt?.files ?? []).filter((f) => declared?.documents?.includes(f.documentId)),
      arithmetic: checks.filter((c) => c.article === item).map((check) => ({ check, sentence: explain(check) })),
      lookAt: item === 'A12' && of.domicileToCheck ? licence : undefined,
      facts: facts.map((fact) => explainFact(fact, lookBackOf(fact.nature, anchor, cycle.rules))),
      finding,
    };
  });
}
