import { conflictRefusals } from '../conflict/refusals.ts';
import { defenceRefusals } from '../defence/refusals.ts';
import { onSiteRefusals } from '../on-site/refusals.ts';
import { criteriaRefusals } from './criteria/refusals.ts';
import { panelRefusals } from './panel-refusals.ts';

/** Refusals of the review by assessors: panel, sheets, defence, on-site (A17–A19). */
export const reviewRefusals = {
  ...conflictRefusals,
  ...criteriaRefusals,
  ...panelRefusals,
  'review.pledge-missing': {
    kind: 'forbidden',
    article: 'A17',
    zh: '请先签署本届公正与保密承诺，签署前不能查看任何申报材料。',
    en: "Sign this cycle's pledge of impartiality and confidentiality first; nothing opens before it.",
  },
  'review.too-long': {
    kind: 'tooLarge',
    article: 'A17',
    zh: '评语共 {length} 字，最多 {most} 字，请精简。',
    en: 'The comments have {length} characters together, at most {most}: shorten them.',
  },
  'review.item-changed': {
    kind: 'conflict',
    article: 'A17',
    zh: '条款 {code} 在您打开之后已保存过（现为第 {revision} 次保存），请刷新后再填。',
    en: 'Item {code} was saved since you read it (revision {revision}): read it again first.',
  },
  'review.own-return': {
    kind: 'forbidden',
    article: 'A17',
    zh: '组长不能退回本人的评审表。',
    en: 'A leader cannot return their own sheet.',
  },
  'review.not-handed-in': {
    kind: 'conflict',
    article: 'A17',
    zh: '只能退回已提交的评审表。',
    en: 'Only a sheet that is handed in can be returned.',
  },
  'review.handed-in-already': {
    kind: 'conflict',
    article: 'A17',
    zh: '评审表已提交，不能再修改。',
    en: 'The sheet is handed in and can no longer be changed.',
  },
  'review.unknown-items': {
    kind: 'invalid',
    article: 'A11',
    zh: '评审标准中没有以下条款：{items}。',
    en: 'The criteria have no items {items}.',
  },
  'review.items-twice': {
    kind: 'invalid',
    article: 'A11',
    zh: '以下条款重复填写：{items}。',
    en: 'Items {items} are given twice.',
  },
  'review.incomplete': {
    kind: 'conflict',
    article: 'A17',
    zh: '以下条款尚未填全（百分比、优势、改进机会）：{items}。',
    en: 'Items {items} still lack a percentage, strengths or improvements.',
  },
  'report.sheets-missing': {
    kind: 'conflict',
    article: 'A17',
    zh: '还有 {missing} 名评审员未提交独立评审表，不能提交评审组报告。',
    en: '{missing} sheets of the panel are not handed in yet, so there can be no report.',
  },
  'report.consensus-needed': {
    kind: 'conflict',
    article: 'A17',
    zh: '以下条款评审员评分相差超过 {most} 个百分点，须经合议并注明：{items}。',
    en: 'Assessors are more than {most} percentage points apart on {items}: reach consensus and say so.',
  },
  'report.not-the-mean': {
    kind: 'conflict',
    article: 'A17',
    zh: '以下条款的百分比不等于独立评审的平均值（取整到 5），如系合议结果请注明：{items}。',
    en: 'Items {items} differ from the mean of the sheets (rounded to 5); if the panel agreed so, say so.',
  },
  'report.redo-first': {
    kind: 'conflict',
    article: 'A17',
    zh: '评审组报告所依据的评审表因回避作废，须先重新合议并提交报告。',
    en: 'A sheet behind the panel report was voided by a conflict: the report is done again first.',
  },
  'report.missing': {
    kind: 'notFound',
    article: 'A17',
    zh: '评审组尚未提交材料评审报告。',
    en: 'The panel has not handed in its report yet.',
  },
  'report.not-delivered': {
    kind: 'conflict',
    article: 'A17',
    zh: '材料评审报告尚未送达。',
    en: 'The report of the material review is not delivered yet.',
  },
  'report.nothing-to-deliver': {
    kind: 'conflict',
    article: 'A17',
    zh: '该申报未被淘汰，或评审报告已送达，无需登记送达。',
    en: 'The applicant is not out, or the report is delivered already: there is nothing to record.',
  },
  'report.deliveries-missing': {
    kind: 'conflict',
    article: 'A17',
    zh: '以下申报的材料评审报告尚未登记送达，不能进入下一环节：{applications}。',
    en: 'The report of the material review is not delivered yet to {applications}: the stage cannot close.',
  },
  ...defenceRefusals,
  ...onSiteRefusals,
} as const;
