/** Refusals about the government decision and certificates (A22, A25). */
export const approvalRefusals = {
  'approval.nothing-to-decide': {
    kind: 'conflict',
    article: 'A22',
    zh: '没有待审定的申报:公示期满且无异议后方可报请审定。',
    en: 'There is nothing to decide: applications come here after a clean notice.',
  },
  'approval.wrong-candidates': {
    kind: 'invalid',
    article: 'A22',
    zh: '以下申报不在待审定之列:{applications}。',
    en: 'These applications do not await the decision: {applications}.',
  },
  'approval.document-missing': {
    kind: 'invalid',
    article: 'A22',
    zh: '须先由登记员本人上传已签署的决定文件(PDF),且文件通过检查。',
    en: 'The registrar uploads the signed decision (PDF) first; it must have passed its check.',
  },
  'approval.reason-missing': {
    kind: 'invalid',
    article: 'A22',
    zh: '未批准的须逐一说明理由:{applications}。',
    en: 'Each that is not approved needs its reason: {applications}.',
  },
  'approval.not-submitted': {
    kind: 'conflict',
    article: 'A22',
    zh: '以下申报尚未报请市政府审定:{applications}。请由评审办报送后再登记决定。',
    en: 'These applications were not submitted to the municipal government: {applications}. The office submits them first.',
  },
  'approval.date-before-submission': {
    kind: 'invalid',
    article: 'A22',
    zh: '决定日期不得早于报请审定之日({submittedOn})。',
    en: 'The decision cannot be dated before the submission ({submittedOn}).',
  },
  'approval.date-in-future': {
    kind: 'invalid',
    article: 'A22',
    zh: '决定日期不得晚于今天。',
    en: 'The decision cannot be dated after today.',
  },
} as const;
