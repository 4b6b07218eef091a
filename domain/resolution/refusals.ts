/** Refusals about the committee's resolutions (A8). */
export const resolutionRefusals = {
  'resolution.date-in-future': {
    kind: 'invalid',
    article: 'A8',
    zh: '决议通过日期不得晚于今天。',
    en: 'A resolution cannot be dated after today.',
  },
  'resolution.paper-missing': {
    kind: 'invalid',
    article: 'A8',
    zh: '须先由登记委员本人上传已签署的决议文件(PDF),文件通过检查且未用于其他决议。',
    en: 'The member uploads the signed resolution (PDF) first; it must have passed its check and belong to no other one.',
  },
  'resolution.meeting-missing': {
    kind: 'invalid',
    article: 'A8',
    zh: '须注明作出决议的全体成员大会。',
    en: 'Name the plenary meeting that adopted it.',
  },
  'resolution.date-before': {
    kind: 'conflict',
    article: 'A8',
    zh: '决议通过日期早于所涉事项({since}),不能作为依据。',
    en: 'The resolution is dated before what it is about ({since}).',
  },
  'resolution.own': {
    kind: 'forbidden',
    article: 'A8',
    zh: '决议 {number} 由您本人登记,不能由您据以办理;须由其他委员登记。',
    en: 'You recorded resolution {number} yourself and cannot act on it: another member records it.',
  },
  'resolution.does-not-say-so': {
    kind: 'conflict',
    article: 'A8',
    zh: '决议 {number} 不能作为本事项的依据(须为“{kind}”类决议,且属于本奖项)。',
    en: 'Resolution {number} is no ground for this: it needs one of kind {kind}, of this programme.',
  },
  'resolution.used': {
    kind: 'conflict',
    article: 'A8',
    zh: '该决议已用于另一次变更;每次变更须有专门的决议。',
    en: 'The resolution has served already; each change takes one of its own.',
  },
} as const;
