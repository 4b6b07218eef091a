import { awardNames } from '../approval/award-names.ts';
import type { Winner } from '../approval/winner.ts';
import type { WinnerEntry } from './entry.ts';

const heads = [
  ...['证书编号', '获奖者', '所在单位', '类别', '奖项', '获奖年度', '审定文号', '审定日期', '推荐单位辖区'],
  ...['可优先推荐', '已推荐的省级、国家级奖项'],
];

const levels = { provincial: '省级', national: '国家级' } as const;

const recommendedTo = (of: Winner, entries: readonly WinnerEntry[]) =>
  entries
    .flatMap(({ certificateNumber, content, annulled }) =>
      content.kind === 'priorityRecommendation' && !annulled && certificateNumber === of.certificateNumber
        ? `${levels[content.level]} ${content.award}(${content.on})`
        : [],
    )
    .join(';');

/** The rows of the workbook of standing winners, for recommendation to provincial and national awards first (A24). */
export const priorityRows = (winners: readonly Winner[], entries: readonly WinnerEntry[]): string[][] => [
  heads,
  ...winners
    .filter((w) => w.status === 'standing')
    .map((w) => [
      ...[w.certificateNumber, w.name, w.employer ?? '', w.kind === 'organisation' ? '组织' : '个人'],
      ...[awardNames[w.award].zh, String(w.awardYear), w.decision.number, w.decision.date, w.jurisdiction ?? ''],
      ...['是', recommendedTo(w, entries)],
    ]),
];
