/** Refusals about pushes to the platforms (A27). */
export const platformPushRefusals = {
  'push.not-failed': {
    kind: 'conflict',
    article: 'A27',
    zh: '该推送当前为“{status}”,只有失败的推送可以重新发起。',
    en: 'The push is {status}; only one that failed is set out again.',
  },
  'push.not-revoked': {
    kind: 'conflict',
    article: 'A27',
    zh: '市政府尚未决定撤销,不得推送。',
    en: 'Nothing is pushed before the government revoked.',
  },
} as const;
