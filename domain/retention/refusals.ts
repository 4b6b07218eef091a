/** Refusals about the disposal of files (A29, D13). */
export const retentionRefusals = {
  'retention.wrong-status': {
    kind: 'conflict',
    article: 'A29',
    zh: '鉴定清单当前状态为“{status}”,不能办理该事项。',
    en: 'The appraisal list is {status}: this cannot be done with it now.',
  },
  'retention.same-person': {
    kind: 'forbidden',
    article: 'A29',
    zh: '销毁须由两人办理:提出人不能批准自己的提议。',
    en: 'It takes two people to dispose of files: nobody approves their own proposal.',
  },
  'retention.unknown-entries': {
    kind: 'invalid',
    article: 'A29',
    zh: '清单中没有:{entries}。',
    en: 'Not on the list: {entries}.',
  },
  'retention.nothing-offered': {
    kind: 'conflict',
    article: 'A29',
    zh: '清单中没有可以销毁的案卷。',
    en: 'Nothing on the list can be disposed of.',
  },
  'retention.reason-missing': {
    kind: 'invalid',
    article: 'A29',
    zh: '不批准须说明理由。',
    en: 'Whoever declines says why.',
  },
} as const;
