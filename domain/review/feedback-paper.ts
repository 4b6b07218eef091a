import type { Application } from '../application/application.ts';
import { nameOf } from '../application/submit.ts';
import { dateAt } from '../calendar/civil.ts';
import type { Cycle } from '../cycle/cycle.ts';
import type { Block, Paper } from '../paper/paper.ts';
import type { Instant } from '../record.ts';
import { Refused } from '../refused.ts';
import type { Criteria } from './criteria/criteria.ts';
import { withoutNames } from './without-names.ts';

type Report = NonNullable<Application['materialReview']>;

function categoryBlocks(category: Criteria['categories'][number], items: Report['items']): Block[] {
  return [
    { kind: 'heading', text: `${category.code} ${category.zh}` },
    ...category.items.flatMap((item): Block[] => {
      const found = items.find((i) => i.code === item.code);
      if (!found) return [];
      const rows = [
        [`${item.code} ${item.zh}`, `${found.percentage}%`],
        ['优势', found.strengths],
        ['改进机会', found.improvements],
      ] as const;
      return [{ kind: 'facts', rows }];
    }),
  ];
}

/** What the paper needs beside the application. */
interface FeedbackGround {
  readonly cycle: Pick<Cycle, 'title'>;
  readonly criteria: Criteria;
  /** Of the assessors, so that none is left in what was written. */
  readonly names: readonly string[];
}

/**
 * The report of the material review as an applicant who is out is given it: key themes, and per item the percentage,
 * strengths and improvements. No assessor is named, nor what the panel recommended to the office (A17). Throws `Refused`
 * report.missing.
 */
export function feedbackPaper(of: Application, { cycle, criteria, names }: FeedbackGround, at: Instant): Paper {
  if (!of.materialReview) throw new Refused('report.missing');
  const report = withoutNames(of.materialReview, names);
  return {
    title: '材料评审反馈报告',
    subtitle: cycle.title,
    footer: `${of.code ?? ''} · 材料评审反馈报告`,
    author: '评审办公室',
    at,
    blocks: [
      {
        kind: 'facts',
        rows: [
          ['申报编号', of.code ?? ''],
          ['申报主体', nameOf(of)],
          ['评审标准', criteria.edition],
        ],
      },
      { kind: 'heading', text: '关键主题' },
      { kind: 'text', text: report.themes },
      ...criteria.categories.flatMap((category) => categoryBlocks(category, report.items)),
      { kind: 'signature', lines: ['评审办公室', dateAt(at)] },
    ],
  };
}
