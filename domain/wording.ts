import { documentLabels, sectionLabels } from './application/form-labels.ts';
import { article, articleText } from './article.ts';
import { dateAt, instantOf, timeAt } from './calendar/civil.ts';
import { actionTexts, partyLabels, revocationStageLabels, roleLabels, stageLabels } from './labels.ts';
import { usualDepartments } from './programme/departments.ts';
import type { Instant } from './record.ts';

type Words = Readonly<Record<string, string>>;

const zhOf = (labels: Readonly<Record<string, { readonly zh: string }>>): Words =>
  Object.fromEntries(Object.entries(labels).map(([name, { zh }]) => [name, zh]));

const stages = { ...zhOf(stageLabels), ...zhOf(revocationStageLabels) };
const departments = Object.fromEntries(usualDepartments.map(({ code, zh }) => [code, zh]));
const sections = zhOf(sectionLabels);
const documents = zhOf(documentLabels);

/** What a sentence in Chinese says for the names that the code has, by the fact they are the value of. */
const words: Readonly<Record<string, Words>> = {
  stage: stages,
  action: actionTexts,
  available: actionTexts,
  roles: { ...zhOf(roleLabels), ...zhOf(partyLabels) },
  kind: { organisation: '组织', individual: '个人' },
  section: sections,
  documentKind: documents,
  missing: { ...documents, ...sections },
  parts: { ...documents, ...sections },
  department: departments,
  departments,
  field: { departmentCode: '部门', jurisdiction: '管辖范围' },
};

/** The last minute of a period is written as the regulation does: 24:00 of its last day. */
const endings = ['closesAt', 'endsAt', 'latest'];

/** An instant as people read it, in Asia/Shanghai; the end of a period at midnight as 24:00 of the day before. */
function instantText(instant: Instant, isEnding = false): string {
  const time = timeAt(instant);
  const isMidnight = isEnding && time === '00:00';
  return isMidnight ? `${dateAt(instantOf(Date.parse(instant) - 1))} 24:00` : `${dateAt(instant)} ${time}`;
}

const isInstant = (text: string) => /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(text);

/**
 * A fact of a refusal or message as a Chinese sentence names it; what has no other name stays as it is. A remark in both
 * languages, 「(未完成 / not arrived)」, keeps its Chinese half.
 */
export function inChinese(fact: string, value: unknown): string {
  const [, name = '', remark] = /^(.*?)(?: \(([^()/]+) \/ [^()]+\))?$/s.exec(String(value ?? '')) ?? [];
  const named = words[fact]?.[name] ?? (article.safeParse(name).success ? articleText(name) : name);
  const text = isInstant(named) ? instantText(named, endings.includes(fact)) : named;
  return remark ? `${text} (${remark})` : text;
}
