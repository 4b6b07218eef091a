/** Refusals about changes of an announced cycle and about its end. */
export const amendmentRefusals = {
  'cycle.over': {
    kind: 'conflict',
    article: 'A15',
    zh: '本届已结束,不能再变更。',
    en: 'The cycle is over and can no longer be changed.',
  },
  'cycle.never-amended': {
    kind: 'conflict',
    article: 'A11',
    zh: '公告后评审标准和管理办法版本不得变更;新的标准自下一届起适用。',
    en: 'Criteria and rule set never change after the announcement; newer ones serve the next cycle.',
  },
  'cycle.nothing-changed': {
    kind: 'invalid',
    zh: '变更内容与现行安排一致,无需变更。',
    en: 'The amendment changes nothing.',
  },
  'cycle.opened-already': {
    kind: 'conflict',
    article: 'A15',
    zh: '申报已经开始,不能再变更开始时间。',
    en: 'Applications have opened; the opening can no longer be changed.',
  },
  'cycle.closed-already': {
    kind: 'conflict',
    article: 'A15',
    zh: '申报已截止(截止时间:{closesAt}),不能再延长。',
    en: 'Applications closed at {closesAt}; there is nothing left to extend.',
  },
  'cycle.closing-only-later': {
    kind: 'invalid',
    article: 'A15',
    zh: '申报截止时间只能延长,不能提前(现为 {closesAt})。',
    en: 'The closing can only be moved later than {closesAt}: nobody loses days that were announced.',
  },
  'cycle.closing-year': {
    kind: 'invalid',
    article: 'A29',
    zh: '申报截止时间只能在 {year} 年内延长:已提交材料的保管期限按该年度计算。',
    en: 'The closing can be extended within {year} only: what is handed in is kept from that year on.',
  },
  'cycle.setting-unknown': {
    kind: 'invalid',
    zh: '没有以下设置:{settings}。',
    en: 'There are no settings {settings}.',
  },
  'cycle.setting-wrong': {
    kind: 'invalid',
    zh: '以下设置的取值不符合要求:{settings}。',
    en: 'These settings do not take what they are given: {settings}.',
  },
  'cycle.setting-fixed': {
    kind: 'conflict',
    article: 'A15',
    zh: '以下设置在本阶段已不能变更:{settings}。',
    en: 'At this point these settings can no longer be changed: {settings}.',
  },
  'cycle.not-closed': {
    kind: 'conflict',
    article: 'A15',
    zh: '申报尚未截止,或本届已办结,不能办结。',
    en: 'Only a cycle whose applications are closed can be completed, and once.',
  },
  'cycle.cases-under-way': {
    kind: 'conflict',
    article: 'A22',
    zh: '仍有申报处于以下阶段,不能办结:{stages}。',
    en: 'Applications are still under way: {stagesEn}.',
  },
  'cycle.not-completed': {
    kind: 'conflict',
    article: 'A29',
    zh: '本届尚未办结,或已归档,不能归档。',
    en: 'Only a completed cycle can be archived, and once.',
  },
  'cycle.revocations-under-way': {
    kind: 'conflict',
    article: 'A27',
    zh: '仍有撤销奖励的案件在办,不能归档。',
    en: 'A revocation of one of its winners is under way.',
  },
} as const;
