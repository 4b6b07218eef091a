import type { Application } from '../application/application.ts';
import { nameOf } from '../application/submit.ts';
import { dateAt } from '../calendar/civil.ts';
import type { Cycle } from '../cycle/cycle.ts';
import type { Block, Paper } from '../paper/paper.ts';
import type { NoticeEntry, PublishedNotice } from '../public-notice/notice.ts';
import type { Objection } from '../objection/objection.ts';
import type { Instant } from '../record.ts';
import type { Meeting } from '../vote/meeting.ts';
import { awardNames } from './award-names.ts';

/** What the package is put together from. */
export interface SubmissionFacts {
  readonly awaiting: readonly Application[];
  readonly meetings: readonly Meeting[];
  readonly notices: readonly (PublishedNotice & { readonly entries: readonly NoticeEntry[] })[];
  readonly objections: readonly Objection[];
}

const kinds = { organisation: '组织', individual: '个人' } as const;
const points = (milli: number | undefined) => (milli === undefined ? '' : (milli / 1000).toFixed(3));

const list = ({ awaiting }: SubmissionFacts): Block[] => [
  { kind: 'heading', text: '一、拟获奖名单' },
  {
    kind: 'table',
    columns: [
      { title: '序号', share: 1 },
      { title: '名称', share: 5 },
      { title: '类别', share: 1.4 },
      { title: '奖项', share: 2.4 },
      { title: '综合得分', share: 2 },
    ],
    rows: awaiting.map((a, i) => [
      String(i + 1),
      nameOf(a),
      kinds[a.kind],
      a.awarding ? awardNames[a.awarding.award].zh : '',
      points(a.listed?.compositeMilli),
    ]),
  },
];

const nameIn = (of: Meeting, id: string) => of.candidates.find((c) => c.applicationId === id)?.name ?? id;

const votes = ({ meetings, awaiting }: SubmissionFacts): Block[] => [
  { kind: 'heading', text: '二、评审委全体成员大会表决情况' },
  ...meetings
    .filter((m) => m.status === 'closed')
    .flatMap((m): Block[] => [
      {
        kind: 'text',
        text: `${dateAt(m.startsAt)}，${m.title}（${m.place}），应到委员 ${m.members.length} 人，到会 ${new Set(m.attendance.map((a) => a.personId)).size} 人，申明或记录回避 ${m.recusals.length} 人次。`,
      },
      {
        kind: 'table',
        columns: [
          { title: '名称', share: 5 },
          ...['赞成', '反对', '弃权', '未投', '基数'].map((title) => ({ title, share: 1.1 })),
          { title: '结果', share: 2.4 },
        ],
        rows: (m.counts ?? [])
          .filter((c) => c.outcome === 'out' || awaiting.some((a) => a.applicationId === c.applicationId))
          .map((c) => [
            nameIn(m, c.applicationId),
            ...[c.yes, c.no, c.abstain, c.notCast ?? 0, c.base].map(String),
            c.outcome === 'in' ? awardNames[c.award].zh : '未列入',
          ]),
      },
    ]),
];

const notice = ({ notices }: SubmissionFacts): Block[] => [
  { kind: 'heading', text: '三、公示情况' },
  {
    kind: 'text',
    text: notices
      .map(
        (n) =>
          `《${n.title}》自 ${dateAt(n.publishedAt)} 起公示，至 ${n.lastDay} 24:00 期满，共 ${n.entries.length} 项。`,
      )
      .join('\n'),
  },
];

const outcomes = {
  open: '核实中',
  dismissed: '不成立',
  upheld: '成立',
  lead: '作为线索留存',
  noted: '线索,已留存',
  pursued: '线索,已转核查',
} as const;

const objections = ({ objections: received, notices }: SubmissionFacts): Block[] => {
  const nameOfEntry = (id: string) => notices.flatMap((n) => n.entries).find((e) => e.applicationId === id)?.name ?? id;
  // What was found, never who objected: the objector is known to the office alone (D3).
  const rows = received.map((o) => [
    nameOfEntry(o.applicationId),
    dateAt(o.receivedAt),
    outcomes[o.status],
    o.decision?.findings ?? '',
  ]);
  return [
    { kind: 'heading', text: '四、异议处理情况' },
    rows.length === 0
      ? { kind: 'text', text: '公示期内未收到异议。' }
      : {
          kind: 'table',
          columns: [
            { title: '对象', share: 4 },
            { title: '收到日期', share: 2 },
            { title: '结论', share: 2 },
            { title: '核实情况', share: 5 },
          ],
          rows,
        },
  ];
};

/** The package for the municipal government (A22): the list, the votes, the notice's outcome, objections and what became of them. */
export function submissionPaper(cycle: Cycle, facts: SubmissionFacts, at: Instant): Paper {
  return {
    title: '关于报请审定拟获奖名单的材料',
    subtitle: cycle.title,
    footer: `${cycle.title} · 报审材料`,
    author: '评审办公室',
    at,
    blocks: [
      {
        kind: 'text',
        text: `依据管理办法，${cycle.title}经申报、资格审查、征求意见、公示、材料评审、答辩、现场评审、评审委员会全体成员大会审议表决和拟获奖公示，拟获奖名单已无未决异议，现报请市人民政府审定（共 ${facts.awaiting.length} 项）。`,
      },
      ...list(facts),
      ...votes(facts),
      ...notice(facts),
      ...objections(facts),
      { kind: 'signature', lines: ['评审办公室', dateAt(at)] },
    ],
  };
}
