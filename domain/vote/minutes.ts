import { awardNames } from '../approval/award-names.ts';
import type { Award } from '../approval/awarding.ts';
import { dateAt, timeAt } from '../calendar/civil.ts';
import type { Cycle } from '../cycle/cycle.ts';
import type { Block, Paper } from '../paper/paper.ts';
import type { Instant } from '../record.ts';
import { refuseUnless } from '../refused.ts';
import type { Meeting } from './meeting.ts';
import type { Round, Tally } from './round.ts';

const when = (instant: Instant) => `${dateAt(instant)} ${timeAt(instant)}`;
const nameOf = (of: Meeting, personId: string) => of.names[personId] ?? personId;
const candidateName = (of: Meeting, id: string) => of.candidates.find((c) => c.applicationId === id)?.name ?? id;

function attendance(of: Meeting): Block[] {
  const came = new Set(of.attendance.map((a) => a.personId));
  const rows = of.attendance.map(({ personId, arrivedAt, leftAt }) => [
    nameOf(of, personId),
    when(arrivedAt),
    leftAt ? when(leftAt) : '会议结束',
  ]);
  const absent = of.members.filter((m) => !came.has(m)).map((m) => nameOf(of, m));
  const columns = [
    { title: '到会委员', share: 2 },
    { title: '到会时间', share: 3 },
    { title: '离会时间', share: 3 },
  ];
  return [
    { kind: 'heading', text: '出席情况' },
    {
      kind: 'text',
      text: `应到委员 ${of.members.length} 人，实到 ${came.size} 人。缺席：${absent.join('、') || '无'}。`,
    },
    { kind: 'table', columns, rows },
  ];
}

const recusals = (of: Meeting): Block[] => [
  { kind: 'heading', text: '回避情况' },
  of.recusals.length === 0
    ? { kind: 'text', text: '无。' }
    : {
        kind: 'table',
        columns: [
          { title: '委员', share: 2 },
          { title: '回避对象', share: 4 },
          { title: '事由', share: 4 },
        ],
        rows: of.recusals.map((r) => [nameOf(of, r.personId), candidateName(of, r.applicationId), r.reason]),
      },
];

const tallyRow = (of: Meeting, t: Tally) => [
  candidateName(of, t.applicationId),
  awardNames[t.award].zh,
  ...[t.yes, t.no, t.abstain, t.notCast, t.base].map(String),
];

const tallyColumns = [
  { title: '申报组织 / 个人', share: 5 },
  { title: '奖项', share: 2.4 },
  ...['赞成', '反对', '弃权', '未投', '基数'].map((title) => ({ title, share: 1.1 })),
];

function ballot(of: Meeting, r: Round): Block[] {
  const kind = r.kind === 'main' ? '表决' : '重新表决（得票与得分相同者）';
  const head: Block = {
    kind: 'text',
    text: `第 ${r.round} 次${kind}：${when(r.openedAt)} 开始，${when(r.endedAt)} 结束，投票 ${r.ballots} 张。${r.void ? `宣布无效，选票未经清点即行销毁。原因：${r.void}` : ''}`,
  };
  if (r.void) return [head];
  const named: Block[] = (r.named ?? []).map(({ personId, choices }) => ({
    kind: 'text',
    text: `${nameOf(of, personId)}：${r.tallies.map((t) => `${candidateName(of, t.applicationId)} ${choiceNames[choices[t.key] ?? 'abstain']}`).join('；')}`,
  }));
  return [head, { kind: 'table', columns: tallyColumns, rows: r.tallies.map((t) => tallyRow(of, t)) }, ...named];
}
const choiceNames = { yes: '赞成', no: '反对', abstain: '弃权' } as const;

function resolutions(of: Meeting): Block[] {
  const sentences = [
    ...(of.nominationAfterFailure
      ? [`依决议 ${of.nominationAfterFailure.number}，质量奖未通过者参加提名奖表决。`]
      : []),
    ...of.struck.map((s) => `${candidateName(of, s.applicationId)} 不付表决：${s.reason}`),
    ...of.vacancies.map((v) => `依决议 ${v.number}，${awardNames[v.award].zh} ${v.places} 个名额空缺。`),
  ];
  return sentences.length === 0
    ? []
    : [
        { kind: 'heading', text: '决议与其他事项' },
        { kind: 'text', text: sentences.join('\n') },
      ];
}

function result(of: Meeting): Block[] {
  const { won, lost } = of.revocationId
    ? { won: (award: Award) => `提请撤销${awardNames[award].zh}`, lost: '不予撤销' }
    : { won: (award: Award) => awardNames[award].zh, lost: '未列入' };
  const rows = (of.counts ?? []).map((c) => [
    candidateName(of, c.applicationId),
    c.outcome === 'in' ? won(c.award) : lost,
    c.reason,
  ]);
  const columns = [
    { title: of.revocationId ? '获奖组织 / 个人' : '申报组织 / 个人', share: 4 },
    { title: '结果', share: 2 },
    { title: '理由', share: 5 },
  ];
  return [
    { kind: 'heading', text: '表决结果' },
    ...(of.revocationId || rows.some((r) => r[1] !== lost)
      ? []
      : [{ kind: 'text' as const, text: '本次表决无拟获奖对象。' }]),
    { kind: 'table', columns, rows },
  ];
}

const ordinals = '一二三四五六七八九十';

/** Numbers the headings in the order they stand in: a part that has nothing to say is left out. */
const numbered = (blocks: readonly Block[]): Block[] => {
  let heading = 0;
  return blocks.map((block) => {
    if (block.kind !== 'heading') return block;
    heading += 1;
    return { ...block, text: `${ordinals[heading - 1]}、${block.text}` };
  });
};

/**
 * The minutes of a closed meeting as a paper (A21): attendance, recusals, every ballot's tally, resolutions, result. Of
 * a secret ballot no more than the numbers is known to anybody, so no more can stand here.
 */
export function minutesPaper(of: Meeting, cycle: Pick<Cycle, 'title'>, at: Instant): Paper {
  refuseUnless(of.status === 'closed', 'vote.not-closed');
  return {
    title: `${of.title}纪要`,
    subtitle: cycle.title,
    footer: `${cycle.title} · 第 ${of.ordinal} 次全体成员大会`,
    author: '评审委员会',
    at,
    blocks: numbered([
      {
        kind: 'facts',
        rows: [
          ['时间', when(of.startsAt)],
          ['地点', of.place],
          ['主持人', nameOf(of, of.chairId)],
          ['议程', of.agenda.map((point, i) => `${i + 1}. ${point}`).join('\n')],
        ],
      },
      ...attendance(of),
      ...recusals(of),
      { kind: 'heading', text: '表决' },
      ...of.rounds.flatMap((r) => ballot(of, r)),
      ...resolutions(of),
      ...result(of),
      { kind: 'heading', text: '会议记录' },
      { kind: 'text', text: of.minutes ?? '' },
      { kind: 'signature', lines: ['主持人（签字）：＿＿＿＿＿＿＿＿', dateAt(at)] },
    ]),
  };
}
