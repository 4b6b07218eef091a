/** Refusals about criteria as data (A11). */
export const criteriaRefusals = {
  'criteria.points-wrong': {
    kind: 'invalid',
    article: 'A11',
    zh: '各评分条款分值之和须为 {total} 分,现为 {sum} 分。',
    en: "The items' points make {sum}; they must make {total}.",
  },
  'criteria.codes-twice': {
    kind: 'invalid',
    article: 'A11',
    zh: '以下条款编号重复:{codes}。',
    en: 'These codes come more than once: {codes}.',
  },
  'criteria.too-many-items': {
    kind: 'invalid',
    article: 'A11',
    zh: '评分条款共 {count} 项,最多 {most} 项。',
    en: '{count} items are more than the {most} that can be scored.',
  },
  'criteria.edition-exists': {
    kind: 'conflict',
    article: 'A11',
    zh: '该版本的评审标准已录入;已录入的版本不能更改,请以新的版本名称录入。',
    en: 'This edition is loaded already and never changes; load another under a name of its own.',
  },
  'criteria.not-of-kind': {
    kind: 'invalid',
    article: 'A11',
    zh: '评审标准“{edition}”不适用于该类申报主体({kind})。',
    en: 'The edition {edition} is not for applicants of the kind {kind}.',
  },
  'criteria.not-named': {
    kind: 'conflict',
    article: 'A11',
    zh: '本届尚未确定该类申报主体的评审标准。',
    en: 'The cycle has named no criteria for this kind of applicant yet.',
  },
} as const;
