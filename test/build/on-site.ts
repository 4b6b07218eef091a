import type { Application } from '#domain/application/application';
import { newHead } from '#domain/record';
import type { Finding } from '#domain/on-site/finding';
import { programmeId } from './an-application.ts';
import { inReview, reported } from './review.ts';

type OnSite = NonNullable<Application['onSite']>;

/** A report as it is kept, with a score of so many thousandths. */
export const anOnSiteReport = (scoreMilli: number): NonNullable<OnSite['report']> => ({
  items: [],
  scoreMilli,
  conclusion: '与材料一致',
  evidence: [],
  by: 'leader',
  at: '2027-03-05T00:00:00.000Z',
});

export const plan = {
  from: '2027-03-01',
  to: '2027-03-03',
  team: ['leader', 'member'],
  items: [{ code: '4.1.2' }, { code: 'A12(3)', question: '查看认证原件' }],
};

/** An application whose visit is planned. */
export const onSite = (
  given: Partial<OnSite> = { plan: { ...plan, at: '2027-02-20T00:00:00.000Z' } },
  more: Partial<Application> = {},
): Application => {
  const base = inReview();
  const declarations = [{ condition: 'A12(3)', statement: '符合', documentIds: [] }];
  const conditions = { content: { declarations }, savedAt: '2027-01-01T00:00:00.000Z', savedBy: 'owner' };
  return {
    ...base,
    sections: { ...base.sections, conditions: conditions as unknown as Application['sections']['conditions'] },
    stage: 'OnSiteReview',
    materialReview: reported(),
    shortlisting: { listId: 'lst_1', defence: true, onSite: true, reason: '得分靠前', at: '2027-02-01T00:00:00.000Z' },
    onSite: given,
    ...more,
  };
};

/** What a member of the team found. */
export const aFinding = (code: string, personId: string, given: Partial<Finding> = {}): Finding => ({
  ...newHead(programmeId),
  version: 1,
  findingId: `app_1~${code}~${personId}`,
  applicationId: 'app_1',
  code,
  personId,
  verdict: 'confirmed',
  text: '与材料一致',
  evidence: [],
  at: '2027-03-01T00:30:00.000Z',
  ...given,
});
