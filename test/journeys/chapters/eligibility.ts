import { one } from '#local/sample/set-up';
import type { Visitor } from '#local/sample/visitor';
import { inParallel, moveClock, recommend, until, untilStage } from '../stage-door.ts';
import type { Entrant, Story } from '../story.ts';

const numbered = (article: string, numbers: number[], result: string, reason: string) =>
  numbers.map((n) => ({ item: `${article}(${n})`, result, reason }));

/** An officer's findings for an applicant that meets everything. */
export const findings = {
  organisation: [
    { item: 'A12', result: 'met', reason: '经核对登记证书,住所在本市,具有独立法人资格。' },
    ...numbered('A12', [1, 2, 3, 4, 5, 6, 7, 8], 'met', '材料齐全,经核实符合。'),
    ...numbered('A13', [1, 2, 3, 4, 5, 6, 7], 'absent', '经查询未发现该情形。'),
  ],
  individual: [
    ...numbered('A14', [1, 2, 3, 4], 'met', '材料齐全,经核实符合。'),
    ...numbered('A14', [5], 'notApplicable', '非组织最高管理者。'),
    ...numbered('A13', [3, 5, 6], 'absent', '经查询未发现该情形。'),
  ],
};

/** Letters to departments on applicants of one cycle. */
export async function consult(office: Visitor, applicationIds: readonly string[], departmentCodes: readonly string[]) {
  const { cycleId } = await office.call('showApplication', { params: { applicationId: applicationIds[0] ?? '' } });
  return office.call('issueLetters', {
    params: { cycleId },
    body: { departmentCodes, applicationIds, question: '近三年有无行政处罚、事故、抽查不合格等情形?' },
  });
}

const departments = ['market', 'environment'];

/** Recommendation, eligibility review, consultation of departments (A10, A12–A14, A16). */
export async function examine({ cast, tell, programmeId }: Story, entrants: readonly Entrant[]): Promise<void> {
  tell.chapter('推荐、资格审查、征求意见', 'Recommendation, eligibility, consultation');
  const office = one(cast, 'office');
  for (const { sub, applicationId, name } of entrants) {
    const params = { applicationId };
    await tell.step(`五华区推荐${name}`, `Wuhua District recommends: ${sub}`, () =>
      recommend(one(cast, 'wuhua'), programmeId, applicationId),
    );
    await tell.step(`评审办审查${name}的资格`, `the office examines eligibility: ${sub}`, async () => {
      await office.call('checkEligibility', { params });
      await office.call('passEligibility', { params, body: { findings: findings[sub] } });
    });
    await untilStage(office, applicationId, 'Consultation');
    await tell.step(`就${name}书面征求两个部门意见`, `two departments are consulted: ${sub}`, () =>
      consult(office, [applicationId], departments),
    );
    for (const departmentCode of departments)
      await tell.step(`部门 ${departmentCode} 答复无异议`, `department ${departmentCode} answers: no objection`, () =>
        one(cast, `dept-${departmentCode}`).call('answerConsultation', {
          params: { applicationId, departmentCode },
          body: { verdict: 'noObjection', facts: '经查询,无相关记录。', documentNumber: '函复〔2026〕18号' },
        }),
      );
    await tell.step(`${name}通过征求意见`, `consultation is cleared: ${sub}`, () =>
      office.call('passConsultation', { params, body: {} }),
    );
    await untilStage(office, applicationId, 'EligibilityNotice');
  }
}

/** The same of many side by side; one department is asked about all of them in one letter and answers them together. */
export async function examineTogether({ cast, programmeId }: Story, entrants: readonly Entrant[]): Promise<void> {
  const office = one(cast, 'office');
  await inParallel(entrants, 4, async ({ sub, applicationId }) => {
    await recommend(one(cast, 'wuhua'), programmeId, applicationId);
    await office.call('passEligibility', { params: { applicationId }, body: { findings: findings[sub] } });
  });
  for (const { applicationId } of entrants) await untilStage(office, applicationId, 'Consultation');
  const ids = entrants.map((e) => e.applicationId);
  const { items: letters } = await consult(office, ids, ['market']);
  for (const { letterId, open } of letters)
    await one(cast, 'dept-market').call('answerLetter', {
      params: { letterId },
      body: {
        answers: open.map((applicationId) => ({
          applicationId,
          verdict: 'noObjection',
          facts: '经查询,无相关记录。',
          documentNumber: '函复〔2026〕18号',
        })),
      },
    });
  await inParallel(ids, 4, (applicationId) => office.call('passConsultation', { params: { applicationId }, body: {} }));
  for (const applicationId of ids) await untilStage(office, applicationId, 'EligibilityNotice');
}

/** Orders a notice and waits until the public can read it. */
export async function publishNotice(
  office: Visitor,
  cycleId: string,
  kind: 'EligibilityNotice' | 'AwardNotice',
  title: string,
) {
  return untilPublished(office, await office.call('publishNotice', { params: { cycleId }, body: { kind, title } }));
}

/** Waits until the notice is put together and stands among the public ones of its cycle. */
export async function untilPublished(by: Visitor, { cycleId, noticeId }: { cycleId: string; noticeId: string }) {
  await until(
    `${noticeId} should be published`,
    () => by.call('listCycleNotices', { params: { cycleId } }),
    ({ items }) => items.some((n) => n.noticeId === noticeId),
  );
  return by.call('showNotice', { params: { noticeId } });
}

/** A public notice is published, anyone can read it, its period passes without an objection (A16, A21). */
export async function publish(
  { place, cast, tell }: Story,
  cycleId: string,
  kind: 'EligibilityNotice' | 'AwardNotice',
  entrants: readonly Entrant[],
  then: string,
): Promise<void> {
  const [zh, en] = kind === 'AwardNotice' ? ['拟获奖公示', 'award notice'] : ['资格公示', 'eligibility notice'];
  const office = one(cast, 'office');
  tell.chapter(zh, `Public ${en}`);
  const notice = await tell.step(`评审办预览并发布${zh}`, `the office previews and publishes the ${en}`, async () => {
    const preview = await office.call('previewNotice', { params: { cycleId }, query: { kind } });
    if (preview.entries.length !== entrants.length) throw new Error(`preview: ${JSON.stringify(preview)}`);
    return publishNotice(office, cycleId, kind, `${zh}名单`);
  });
  await tell.step('社会公众查看公示', 'the public reads the notice', async () => {
    const { visitor } = await import('#local/sample/visitor');
    const shown = await visitor(place, 'public').call('showNotice', { params: { noticeId: notice.noticeId } });
    tell.remark(`${shown.entries.map((e) => e.name).join('、')} — 至 until ${shown.lastDay} 24:00`);
  });
  await tell.step('公示期满,无异议', 'the period passes without an objection', async () => {
    await moveClock(place, { to: new Date(Date.parse(notice.endsAt) + 60_000).toISOString() });
    for (const { applicationId } of entrants) await untilStage(office, applicationId, then);
  });
}
