import type { Cloud } from '../cloud.ts';
import { creditCodeOf, organisationForm } from './forms.ts';
import { assemble, one, setUpProgramme } from './set-up.ts';
import type { Place, Visitor } from './visitor.ts';
import { visitor } from './visitor.ts';

const programmeId = 'kunming-mayors-quality-award';
const day = 86_400_000;

/** A cycle as the review office announces it. */
export const cycleOf = (year: number, opensAt: number, closesAt: number) => ({
  title: `昆明市市长质量奖(${year} 年)`,
  year,
  approvalReference: `云评组发〔${year}〕3号`,
  opensAt: new Date(opensAt).toISOString(),
  closesAt: new Date(closesAt).toISOString(),
  ruleSetVersion: 1,
  rules: {},
});

/** The ids of the editions that a new programme begins with: a cycle names one for each kind. */
export async function criteriaOf(office: Visitor, programmeId: string) {
  const { items } = await office.call('listEditions', { params: { programmeId } });
  return Object.fromEntries(items.map(({ kind, editionId }) => [kind, editionId]));
}

/** The announcement (公告) and the circular (通知) of a cycle. */
export const announcementOf = (year: number) => ({
  announcement: {
    number: `昆质评公告〔${year}〕1号`,
    title: `关于开展 ${year} 年昆明市市长质量奖申报工作的公告`,
    text: '符合条件的组织和个人可自愿申报。申报和评审不收取任何费用。',
  },
  circular: {
    number: `昆质评办通〔${year}〕1号`,
    title: `关于组织推荐 ${year} 年昆明市市长质量奖申报的通知`,
    text: '请各县(市)区、各有关部门和行业协会做好培育、指导和推荐工作。',
  },
});

/** Loads the sample into an empty cloud, through the API alone: programme, people, an open cycle, a draft. */
export async function loadSample(cloud: Place & Pick<Cloud, 'clock'>): Promise<void> {
  const programmes = await visitor(cloud, 'public').call('listProgrammes');
  if (programmes.items.some((p) => p.programmeId === programmeId)) return;
  const cast = await assemble(cloud);
  await setUpProgramme(cast, {
    programmeId,
    name: '昆明市市长质量奖',
    nameEn: "Kunming Mayor's Quality Award",
    certificatePrefix: 'KM',
  });

  const now = cloud.clock.now();
  const year = new Date(now).getUTCFullYear();
  const office = one(cast, 'office');
  const { cycleId } = await office.call('draftCycle', {
    params: { programmeId },
    body: { ...cycleOf(year, now + 60_000, now + 30 * day), criteria: await criteriaOf(office, programmeId) },
  });
  await office.call('announceCycle', { params: { cycleId }, body: announcementOf(year) });

  const applicant = one(cast, 'organisation');
  const { applicationId } = await applicant.call('beginApplication', {
    params: { cycleId },
    body: { kind: 'organisation' },
  });
  const form = organisationForm(creditCodeOf(1), '昆明滇池精密机械有限公司', [year - 3, year - 2, year - 1]);
  for (const [section, content] of Object.entries(form))
    await applicant.call('saveSection', { params: { applicationId, section }, body: content });
}
