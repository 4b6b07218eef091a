/** Refusals about the committee's resolutions (A8). */
export const resolutionRefusals = {
  'resolution.date-in-future': {
    kind: 'invalid',
    article: 'A8',
    zh: '决议通过日期不得晚于今天。',
    en: 'A resolution cannot be dated after today.',
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
