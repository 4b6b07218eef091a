/** Refusals about the import of earlier winners (A30). */
export const winnerImportRefusals = {
  'winner-import.file-too-large': {
    kind: 'tooLarge',
    article: 'A30',
    zh: '文件过大:不超过 1 MB(工作簿展开后不超过 20 MB)、{rows} 行;请分次导入。',
    en: 'Too large: at most 1 MB (a workbook 20 MB unpacked) and {rows} rows; import it in parts.',
  },
  'winner-import.file-unreadable': {
    kind: 'invalid',
    article: 'A30',
    zh: '文件不是可读取的 Excel 工作簿(.xlsx)或 JSON 列表(.json)。',
    en: 'Neither a readable Excel workbook (.xlsx) nor a JSON list (.json).',
  },
  'winner-import.file-has-formulas': {
    kind: 'invalid',
    article: 'A30',
    zh: '工作簿含有公式,系统不计算公式;请粘贴为数值后重新导入。',
    en: 'The workbook has formulas, which are never calculated here: paste them as values.',
  },
  'winner-import.columns-missing': {
    kind: 'invalid',
    article: 'A30',
    zh: '缺少以下列:{columns}。',
    en: 'Columns missing: {columns}.',
  },
  'winner-import.changed': {
    kind: 'conflict',
    article: 'A30',
    zh: '文件、依据或获奖名录在预检之后有变化,请重新预检。',
    en: 'The file, its legal basis or the roll of winners changed since the dry run: run it again.',
  },
  'winner-import.has-errors': {
    kind: 'conflict',
    article: 'A30',
    zh: '以下行有误,全部未导入:{rows}。',
    en: 'Nothing was imported, because these rows are wrong: {rows}.',
  },
} as const;
