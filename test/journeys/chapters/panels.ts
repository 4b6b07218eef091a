import { one } from '#local/sample/set-up';
import { inParallel } from '../stage-door.ts';
import type { Entrant, Story } from '../story.ts';

/** An entrant, the panel's assessors with the leader first, and what each gives to every item but the exceptions. */
export interface Reviewed extends Entrant {
  readonly panel: readonly string[];
  readonly percentages: readonly number[];
  readonly exceptions?: readonly number[];
}

const width = 4;
/** The item of each kind that an exception is about. */
const exceptional = { organisation: '4.1.2', individual: 'G.1' } as const;

/** The codes of the items by which the kind is reviewed. */
export async function codesOf({ cast }: Story, cycleId: string, kind: Entrant['sub']): Promise<string[]> {
  const criteria = await one(cast, 'office').call('showCriteria', { params: { cycleId, kind } });
  return criteria.categories.flatMap((c) => c.items.map((i) => i.code));
}

const filled = (codes: readonly string[], of: (code: string) => number) =>
  codes.map((code) => ({ code, percentage: of(code), strengths: '方法系统、部署充分。', improvements: '加强对比。' }));

/** The office forms the panel. */
export const formPanel = ({ cast }: Story, { applicationId }: Entrant, panel: readonly string[]) =>
  one(cast, 'office').attempt('formPanel', {
    params: { applicationId },
    body: {
      leaderId: cast.idOf(panel[0] ?? ''),
      assessorIds: panel.map((sub) => cast.idOf(sub)),
      conflictsChecked: true,
    },
  });

/** The id of the assessor's sheet that counts. */
export async function sheetOf({ cast }: Story, { applicationId }: Entrant, sub: string): Promise<string> {
  const { items } = await one(cast, sub).call('listMyReviews');
  return items.find((r) => r.applicationId === applicationId)?.reviewId ?? '';
}

/** An assessor fills the sheet in and hands it in. */
export async function review(story: Story, of: Reviewed, sub: string, codes: readonly string[]): Promise<void> {
  const at = of.panel.indexOf(sub);
  const params = { reviewId: await sheetOf(story, of, sub) };
  const percentage = (code: string) =>
    (code === exceptional[of.sub] ? of.exceptions?.[at] : undefined) ?? of.percentages[at] ?? 0;
  await one(story.cast, sub).call('saveReview', { params, body: { items: filled(codes, percentage) } });
  await one(story.cast, sub).call('handInReview', { params });
}

/** The leader hands the panel's report in: one percentage for every item, and another for the exceptional one. */
export const report = (
  { cast }: Story,
  { applicationId, panel, sub }: Reviewed,
  codes: readonly string[],
  percentage: number,
  agreed?: { readonly percentage: number; readonly consensus: boolean },
) =>
  one(cast, panel[0] ?? '').attempt('handInPanelReport', {
    params: { applicationId },
    body: {
      items: filled(codes, () => percentage).map((i) => ({ ...i, ...(i.code === exceptional[sub] && agreed) })),
      themes: '战略清晰,过程受控,结果良好。',
      recommendation: '见评分。',
    },
  });

/** Everyone's panel is formed and every sheet handed in. */
export async function reviewAll(story: Story, reviewed: readonly Reviewed[], codes: Codes): Promise<void> {
  await inParallel(reviewed, width, async (of) => {
    const { status, body } = await formPanel(story, of, of.panel);
    if (status >= 400) throw new Error(`${of.name}: ${JSON.stringify(body)}`);
    for (const sub of of.panel) await review(story, of, sub, codes[of.sub]);
  });
}

/** The codes of the criteria's items, by kind. */
export type Codes = Readonly<Record<Entrant['sub'], readonly string[]>>;
