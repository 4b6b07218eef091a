/** Refusals about the assessor pool (A9). */
export const assessorRefusals = {
  'assessor.no-employer': {
    kind: 'invalid',
    article: 'A9',
    zh: '须填写现任单位,用于回避核查。',
    en: 'Name the present employer: conflicts of interest are looked for by it.',
  },
  'assessor.term-wrong': {
    kind: 'invalid',
    article: 'A9',
    zh: '聘期结束日期不得早于开始日期。',
    en: 'A term ends no earlier than it begins.',
  },
  'assessor.term-overlaps': {
    kind: 'conflict',
    article: 'A9',
    zh: '该聘期与已有聘期重叠。',
    en: 'The term overlaps another one.',
  },
  'assessor.left-already': {
    kind: 'conflict',
    article: 'A9',
    zh: '该评审员已退出专家库。',
    en: 'The assessor has left the pool already.',
  },
  'assessor.person-taken': {
    kind: 'conflict',
    article: 'A9',
    zh: '该系统账号已对应专家库中的另一名评审员。',
    en: 'Another assessor of the pool has this person id.',
  },
  'assessor.file-too-large': {
    kind: 'tooLarge',
    article: 'A9',
    zh: '文件过大:压缩包不超过 1 MB,展开后不超过 20 MB,不超过 {rows} 行。',
    en: 'Too large: at most 1 MB, 20 MB unpacked, {rows} rows.',
  },
  'assessor.file-unreadable': {
    kind: 'invalid',
    article: 'A9',
    zh: '文件不是可读取的 Excel 工作簿(.xlsx)。',
    en: 'Not a readable Excel workbook (.xlsx).',
  },
  'assessor.file-has-formulas': {
    kind: 'invalid',
    article: 'A9',
    zh: '工作簿含有公式,系统不计算公式;请粘贴为数值后重新导入。',
    en: 'The workbook has formulas, which are never calculated here: paste them as values.',
  },
  'assessor.columns-missing': {
    kind: 'invalid',
    article: 'A9',
    zh: '缺少以下列:{columns}。',
    en: 'Columns missing: {columns}.',
  },
  'assessor.import-changed': {
    kind: 'conflict',
    article: 'A9',
    zh: '文件或专家库在预检之后有变化,请重新预检。',
    en: 'The file or the pool changed since the dry run: run it again.',
  },
  'assessor.import-has-errors': {
    kind: 'conflict',
    article: 'A9',
    zh: '以下行有错误,未导入任何内容:{rows}。',
    en: 'Nothing was imported: rows {rows} have errors.',
  },
} as const;
