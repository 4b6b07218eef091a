import type { voteRules } from '../rules/vote.ts';
import type { Setting } from './setting.ts';

/** What the settings of the vote are about. */
export const voteSettings = {
  quorum: {
    code: 'D4',
    article: 'A21',
    question: { zh: '多少委员到会方可表决?', en: 'How many members must be present?' },
    reason: {
      zh: '全体成员的三分之二;不得委托,按每一申报剔除回避者后计算。',
      en: 'Two thirds of all; no proxies, counted for each applicant after recusals.',
    },
    options: [{ zh: '其他分数', en: 'another fraction' }],
    amendable: 'beforeClosing',
  },
  majority: {
    code: 'D4',
    article: 'A21',
    question: { zh: '多少赞成票方为通过?', en: 'How many votes does a proposal take?' },
    reason: {
      zh: '以到会且未回避的委员为基数:质量奖三分之二,提名奖二分之一;弃权不视为赞成。',
      en: 'Of those present and not recused: two thirds for the Quality Award, half for the Nomination Award; abstention is not assent.',
    },
    options: [{ zh: '其他分数', en: 'other fractions' }],
    amendable: 'beforeClosing',
  },
  ballot: {
    code: 'D4',
    article: 'A21',
    question: { zh: '表决方式?', en: 'How do members vote?' },
    reason: { zh: '无记名投票,委员不受影响。', en: 'By secret ballot, so that nobody is influenced.' },
    options: [{ zh: '记名投票', en: 'an open ballot' }],
    amendable: 'beforeClosing',
  },
  tieBreak: {
    code: 'D5',
    article: 'A21',
    question: {
      zh: '通过者多于名额或票数相同怎么办?',
      en: 'What if more pass than there are places, or votes are equal?',
    },
    reason: {
      zh: '先按票数,再按综合得分;仍相同的再次投票,未分出前不产生名单。',
      en: 'By votes, then by composite score; still equal, by a run-off, and no list before it.',
    },
    options: [{ zh: '只按票数,相同的再次投票', en: 'by votes alone; equal, by a run-off' }],
    amendable: 'beforeClosing',
  },
  substitutes: {
    code: 'D20',
    article: 'A21',
    question: { zh: '拟获奖者退出或被取消,是否递补?', en: 'Who takes the place of a proposed winner who drops out?' },
    reason: {
      zh: '不自动递补;如需递补,须重新表决并重新公示。',
      en: 'Nobody by itself: it takes a new vote and a new notice.',
    },
    options: [{ zh: '名额空缺,不再表决', en: 'nobody at all: the place stays empty' }],
    amendable: 'beforeClosing',
  },
} as const satisfies Record<keyof typeof voteRules, Setting>;
