import { creditCodeOf, idNumberOf, individualForm, organisationForm } from '#local/sample/forms';
import { one } from '#local/sample/set-up';
import { makePdf } from '../pdf.ts';
import { addDocument, untilStage } from '../stage-door.ts';
import type { Entrant, Story } from '../story.ts';

const megabyte = 1024 * 1024;
const materials = {
  organisation: ['applicationForm', 'selfAssessment', 'evidence', 'creditUndertaking'],
  individual: ['applicationForm', 'identity', 'selfAssessment', 'creditUndertaking'],
} as const;

/** One applicant fills in the form, uploads real files and submits (A15). */
async function applyAs(
  { cast, tell }: Story,
  cycleId: string,
  sub: Entrant['sub'],
  name: string,
  form: Record<string, unknown>,
): Promise<Entrant> {
  const applicant = one(cast, sub);
  const { applicationId } = await applicant.call('beginApplication', { params: { cycleId }, body: { kind: sub } });
  await tell.step(`${name}填写申报表`, `${sub}: fills in the form`, async () => {
    for (const [section, content] of Object.entries(form))
      await applicant.call('saveSection', { params: { applicationId, section }, body: content });
  });
  await tell.step(`${name}上传 4 份 PDF(每份 3 MB)`, `${sub}: uploads four PDFs of 3 MB by presigned URL`, () =>
    Promise.all(
      materials[sub].map((kind, i) =>
        addDocument(applicant, applicationId, kind, makePdf(`${name}-${kind}.pdf`, 3 * megabyte, i + 1)),
      ),
    ),
  );
  const submitted = await tell.step(`${name}提交,取得回执`, `${sub}: submits and gets a receipt`, async () => {
    const once = { params: { applicationId }, idempotencyKey: `submit-${applicationId}` };
    const first = await applicant.call('submit', once);
    const second = await applicant.call('submit', once);
    if (first.receipt?.number !== second.receipt?.number) throw new Error('a repeat must get the first receipt');
    return first;
  });
  tell.remark(`回执 receipt ${submitted.receipt?.number} · SHA-256 ${submitted.receipt?.manifestSha256.slice(0, 16)}…`);
  await untilStage(applicant, applicationId, 'EligibilityReview');
  return { sub, applicationId, name };
}

/** An organisation and an individual apply. */
export async function apply(story: Story, cycleId: string, year: number): Promise<Entrant[]> {
  story.tell.chapter('申报', 'Application');
  const serial = Math.floor(performance.now() * 1000) % 9_000_000;
  const company = '昆明滇池精密机械有限公司';
  return [
    await applyAs(
      story,
      cycleId,
      'organisation',
      company,
      organisationForm(creditCodeOf(serial), company, years(year)),
    ),
    await applyAs(story, cycleId, 'individual', '李娜', individualForm(idNumberOf(serial), '李娜')),
  ];
}

/** The last three closed fiscal years, whether applications close this year or next. */
const years = (year: number) => [year - 3, year - 2, year - 1, year];
