/** Refusals about objections to a public notice (A16, A21, D3). */
export const objectionRefusals = {
  'objection.not-open': {
    kind: 'conflict',
    article: 'A16',
    zh: '该异议不在待核实状态({status}),不能再办理。',
    en: 'The objection is not open ({status}) any more.',
  },
  'objection.not-investigator': {
    kind: 'forbidden',
    article: 'A16',
    zh: '异议由指定的核实人办理。请先指定核实人,或者由核实人本人办理。',
    en: 'Only the officer who was assigned to verify the objection may do this.',
  },
  'objection.investigator-unfit': {
    kind: 'conflict',
    article: 'A16',
    zh: '核实人须为评审办工作人员,且不得是审查过该申报资格的人员或申报人本人。',
    en: 'The investigator is an officer who neither examined the application nor owns it.',
  },
  'objection.names-objector': {
    kind: 'invalid',
    article: 'A16',
    zh: '告知申报人的内容和核实情况不得出现异议人的姓名、证件号码或联系方式。',
    en: 'What the applicant is told, and the findings, must not name the objector.',
  },
  'objection.answered-already': {
    kind: 'conflict',
    article: 'A16',
    zh: '已于 {at} 提交过说明。',
    en: 'The response was given at {at}.',
  },
  'objection.no-lead': {
    kind: 'conflict',
    article: 'A16',
    zh: '该材料不是待处理的线索({status})。',
    en: 'This is not a lead to be looked into ({status}).',
  },
  'objection.evidence-closed': {
    kind: 'conflict',
    article: 'A16',
    zh: '该异议已办结,不能再补充证据。',
    en: 'The objection is closed; no more evidence can be added.',
  },
  'objection.evidence-full': {
    kind: 'tooLarge',
    article: 'A16',
    zh: '证据文件不得超过 {files} 个、合计 {megabytes} MB(含未上传和未通过检查的文件)。',
    en: 'Evidence is limited to {files} files and {megabytes} MB, those that failed included.',
  },
  'objection.too-often': {
    kind: 'tooOften',
    article: 'A16',
    zh: '同一网络地址每小时最多提交 {filingsPerHour} 件,请稍后再试。',
    en: 'At most {filingsPerHour} filings an hour from one address; please try again later.',
  },
} as const;
