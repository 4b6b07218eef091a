import { createHash } from 'node:crypto';
import { underNotice } from '#test/build/notice';
import { idOf } from '#test/functions/api/api';
import type { Document } from '#domain/document/document';
import type { Objection } from '#domain/objection/objection';
import type { Attempt, Intake } from './intake.ts';
import { now, row } from './intake.ts';
import { filing } from './requests.ts';

const publishing = (cycleId: string): Attempt => ({
  by: 'office',
  route: 'publishNotice',
  params: { cycleId },
  body: { kind: 'EligibilityNotice', title: '资格公示' },
});

/** Refusals about public notices. */
export const noticeRows = [
  row('notice.nobody', 409, 'A16', 'nobody has come so far', async (intake) => publishing(await intake.cycle())),
  row('notice.under-way', 409, 'A16', 'another is being put together', async (intake) => {
    const cycleId = await intake.cycle();
    await intake.notice({ cycleId, status: 'preparing' });
    return publishing(cycleId);
  }),
  row('notice.not-running', 409, 'A16', 'one is corrected at the instant it ends', async (intake) => ({
    by: 'office',
    route: 'correctNotice',
    at: '2027-03-09T16:00:00.000Z',
    params: { noticeId: await intake.notice({ cycleId: await intake.cycle() }) },
    body: { title: '更正', reason: '名称有误' },
  })),
];

const code = 'the code that the objector keeps';
const codeHash = createHash('sha256').update(code).digest('hex');

/** An objection to an application in its notice. */
async function against(intake: Intake, of: Partial<Objection> = {}): Promise<{ objectionId: string }> {
  const applicationId = await intake.application(underNotice());
  return { objectionId: await intake.objection({ applicationId, codeHash, ...of }) };
}

const deciding = async (
  intake: Intake,
  by: string,
  of: Partial<Objection>,
  findings = '查无此事',
): Promise<Attempt> => ({
  by,
  route: 'decideObjection',
  params: await against(intake, of),
  body: { decision: 'dismissed', findings, answer: '经核实不成立。' },
});

const evidence = async (intake: Intake, of: Partial<Objection>, present: number): Promise<Attempt> => {
  const params = await against(intake, of);
  const file: Partial<Document> = { kind: 'objectionEvidence', ownerId: 'public' };
  for (let n = 0; n < present; n += 1) await intake.document(`objection:${params.objectionId}`, file);
  return {
    by: 'public',
    route: 'addObjectionEvidence',
    params,
    body: { code, file: { name: '证.pdf', format: 'application/pdf', size: 1, sha256: 'a'.repeat(64) } },
  };
};

/** Refusals about objections. */
export const objectionRows = [
  row('objection.not-open', 409, 'A16', 'it is decided again', (intake) =>
    deciding(intake, 'office-2', { status: 'dismissed' }),
  ),
  row('proposal.none', 409, 'A16', 'nobody proposed to uphold it', async (intake) => ({
    by: 'office',
    route: 'decideObjection',
    params: await against(intake),
    body: { decision: 'confirmed' },
  })),
  row('proposal.same-person', 403, 'A16', 'who verified it confirms that it is upheld', async (intake) => {
    const upholding = {
      findings: '属实',
      answer: '属实',
      article: 'A13(3)',
      reason: '事故',
      by: idOf('office-2'),
      at: now,
    };
    return {
      by: 'office-2',
      route: 'decideObjection',
      params: await against(intake, { upholding }),
      body: { decision: 'confirmed' },
    };
  }),
  row('objection.not-investigator', 403, 'A16', 'another officer decides', (intake) => deciding(intake, 'office', {})),
  row('objection.names-objector', 400, 'A16', 'the findings name who objects', (intake) =>
    deciding(intake, 'office-2', { name: '赵某' }, '赵某所述不实'),
  ),
  row('objection.investigator-unfit', 409, 'A16', 'the applicant is to verify it', async (intake) => ({
    by: 'office',
    route: 'assignInvestigator',
    params: await against(intake),
    body: { personId: idOf('owner') },
  })),
  row('objection.answered-already', 409, 'A16', 'the applicant responds twice', async (intake) => {
    const disclosed = { substance: '事故', at: now };
    const objectionId = await intake.objection({
      ...{ disclosed: { ...disclosed, by: 'office-2' }, response: { text: '说明', at: now } },
    });
    const mark = { objectionId, noticeId: 'ntc_1', status: 'open' as const, disclosed };
    const applicationId = await intake.application({ ...underNotice(), objections: [mark] });
    return { by: 'owner', route: 'respondToObjection', params: { applicationId, number: '1' }, body: { text: '再说' } };
  }),
  row('objection.no-lead', 409, 'A16', 'an objection is treated as a lead', async (intake) => ({
    by: 'office',
    route: 'reviewLead',
    params: await against(intake),
    body: { outcome: 'noted', note: '存查' },
  })),
  row('objection.evidence-closed', 409, 'A16', 'evidence comes after the decision', (intake) =>
    evidence(intake, { status: 'dismissed' }, 0),
  ),
  row('objection.evidence-full', 413, 'A16', 'ten files are there', (intake) => evidence(intake, {}, 10)),
  row('objection.too-often', 429, 'A16', 'the twenty-first filing of an hour from one address', async (intake) => {
    const noticeId = await intake.notice();
    const notices = { EligibilityNotice: { noticeId, endsAt: '2027-03-09T16:00:00.000Z' } };
    const file = async () => {
      const applicationId = await intake.application({ ...underNotice(), notices });
      return { params: { noticeId }, body: filing(applicationId) };
    };
    for (let n = 0; n < 20; n += 1) await intake.done('public', 'fileObjection', await file());
    return { by: 'public', route: 'fileObjection', ...(await file()) };
  }),
];
