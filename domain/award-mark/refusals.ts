/** Refusals about what a winner may use (A25). */
export const awardMarkRefusals = {
  'winner.not-yours': {
    kind: 'forbidden',
    article: 'A25',
    zh: '只有获奖者本身(及其申报成员)可以进行此项操作。',
    en: 'Only the winner, and the members of its application, may do this.',
  },
  'winner.revoked': {
    kind: 'conflict',
    article: 'A27',
    zh: '该奖励已于 {revokedOn} 撤销,不得再使用标识和证书,也不再享受获奖者待遇。',
    en: 'The award was revoked on {revokedOn}: neither mark nor certificate may be used any more, nor any right of a winner.',
  },
  'mark.none-for-nomination': {
    kind: 'conflict',
    article: 'A25',
    zh: '按本届规定,提名奖不颁发获奖标识。',
    en: 'By the rules of this cycle the Nomination Award has no mark.',
  },
} as const;
