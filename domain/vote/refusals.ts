/** Refusals of the plenary meeting and its ballot (A21). */
export const voteRefusals = {
  'vote.nothing-to-vote-on': {
    kind: 'conflict',
    article: 'A21',
    zh: '没有待表决的申报;请先确定推荐名单。',
    en: 'There is nothing to vote on; fix the recommended list first.',
  },
  'vote.no-members': {
    kind: 'conflict',
    article: 'A8',
    zh: '评审委尚无委员,不能召集会议。',
    en: 'The committee has no members; a meeting cannot be convened.',
  },
  'vote.wrong-status': {
    kind: 'conflict',
    article: 'A21',
    zh: '会议当前状态为“{status}”,不能办理该事项。',
    en: 'Not possible while the meeting is {status}.',
  },
  'vote.not-a-member': {
    kind: 'forbidden',
    article: 'A21',
    zh: '{persons} 不是本次会议的委员,不得委托他人。',
    en: '{persons} is no member of this meeting; there is no proxy.',
  },
  'vote.no-quorum': {
    kind: 'conflict',
    article: 'A21',
    zh: '“{name}”的到会且无须回避委员 {base} 人,不足法定人数(全体 {members} 人的 {quorum})。',
    en: 'For {name}, {base} members are present and not recused: short of the quorum ({quorum} of {members}).',
  },
  'vote.not-present': {
    kind: 'forbidden',
    article: 'A21',
    zh: '您未登记到会,不能投票。',
    en: 'You are not recorded as present and cannot vote.',
  },
  'vote.voted-already': {
    kind: 'conflict',
    article: 'A21',
    zh: '您已投票,选票不能更改。',
    en: 'You have voted; a ballot cannot be changed.',
  },
  'vote.ballot-incomplete': {
    kind: 'invalid',
    article: 'A21',
    zh: '选票须恰好包括您应表决的全部申报,一项一票。',
    en: 'The ballot must hold exactly the applications you vote on, one choice each.',
  },
  'vote.votes-outstanding': {
    kind: 'conflict',
    article: 'A21',
    zh: '到会委员尚未全部投票,不能结束表决。',
    en: 'Not every member present has voted; the ballot cannot be closed.',
  },
  'vote.run-off-needed': {
    kind: 'conflict',
    article: 'A21',
    zh: '名额边缘票数与综合得分均相同({names}),须重新表决后再确定名单。',
    en: 'A tie at the edge of the quota ({names}): a run-off decides before there is a list.',
  },
} as const;
