import { reopenRefusals } from './reopen-refusals.ts';

/** Refusals of the plenary meeting and its ballot (A21). */
export const voteRefusals = {
  ...reopenRefusals,
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
    zh: '尚有 {outstanding} 名到会委员未投票,不能结束表决。',
    en: '{outstanding} members present have not voted; the ballot cannot be closed.',
  },
  'vote.run-off-needed': {
    kind: 'conflict',
    article: 'A21',
    zh: '名额边缘票数与综合得分均相同({names}),须重新表决或经决议空缺后再确定名单。',
    en: 'A tie at the edge of the quota ({names}): a run-off, or a resolution that the place stays empty, comes before the list.',
  },
  'vote.halted': {
    kind: 'conflict',
    article: 'A21',
    zh: '因不足法定人数,表决已中止;人数恢复后由评审办恢复表决。',
    en: 'The ballot has halted for want of a quorum; it goes on when the quorum is back.',
  },
  'vote.not-the-chair': {
    kind: 'forbidden',
    article: 'A21',
    zh: '该事项由会议主持人办理。',
    en: 'This is for the member who presides.',
  },
  'vote.not-begun': {
    kind: 'conflict',
    article: 'A21',
    zh: '会议开始({startsAt})前一小时方可登记到会。',
    en: 'Attendance is recorded from an hour before the meeting ({startsAt}).',
  },
  'vote.present-already': {
    kind: 'conflict',
    article: 'A21',
    zh: '您已登记到会。',
    en: 'You are recorded as present already.',
  },
  'vote.nobody-present': {
    kind: 'conflict',
    article: 'A21',
    zh: '尚无委员到会。',
    en: 'No member is present.',
  },
  'vote.not-a-candidate': {
    kind: 'invalid',
    article: 'A21',
    zh: '该申报不在本次表决之列。',
    en: 'This application is not voted on in this meeting.',
  },
  'vote.recused-already': {
    kind: 'conflict',
    article: 'A21',
    zh: '该委员对此申报已登记回避。',
    en: 'This member is recused from it already.',
  },
  'vote.starts-in-the-past': {
    kind: 'invalid',
    article: 'A21',
    zh: '会议时间不得早于当前时间。',
    en: 'A meeting cannot be convened for a time that is past.',
  },
  'vote.meeting-under-way': {
    kind: 'conflict',
    article: 'A21',
    zh: '本届已有尚未结束的会议,结束或取消后方可再次召集。',
    en: 'Another meeting of this cycle is not over; close or cancel it first.',
  },
  'vote.not-closed': {
    kind: 'conflict',
    article: 'A21',
    zh: '表决尚未结束,尚无会议纪要。',
    en: 'The vote is not closed; there are no minutes yet.',
  },
  'vote.on-a-revocation': {
    kind: 'conflict',
    article: 'A27',
    zh: '本次会议审定撤销奖励,不适用该事项。',
    en: 'This meeting decides on a revocation; that is for a vote on awards.',
  },
} as const;
