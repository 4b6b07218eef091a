import { creditCodeOf, idNumberOf, individualForm, organisationForm, withEvidence } from '#local/sample/forms';
import { one } from '#local/sample/set-up';
import { makePdf } from '../pdf.ts';
import { addDocument, inParallel, untilStage } from '../stage-door.ts';
import type { Entrant, Story } from '../story.ts';

const megabyte = 1024 * 1024;

/** An applicant with the form it fills in. */
export interface Applying {
  readonly sub: Entrant['sub'];
  readonly name: string;
  readonly form: ReturnType<typeof organisationForm> | ReturnType<typeof individualForm>;
  /** In bytes, of each file. */
  readonly fileSize?: number;
}

const materials = {
  organisation: ['applicationForm', 'selfAssessment', 'evidence', 'creditUndertaking'],
  individual: [
    'applicationForm',
    'identity',
    'workHistory',
    'selfAssessment',
    'evidence',
    'employerOpinion',
    'creditUndertaking',
  ],
} as const;

/** One applicant fills in the form, uploads real files and submits (A15). */
export async function applyAs(
  { cast, tell }: Story,
  cycleId: string,
  { sub, name, form, fileSize = 3 * megabyte }: Applying,
): Promise<Entrant> {
  const applicant = one(cast, sub);
  const { conditions, ...rest } = form;
  const { applicationId } = await applicant.call('beginApplication', { params: { cycleId }, body: { kind: sub } });
  await tell.step(`${name}填写申报表`, `${sub}: fills in the form`, async () => {
    for (const [section, content] of Object.entries(rest))
      await applicant.call('saveSection', { params: { applicationId, section }, body: content });
  });
  const count = materials[sub].length;
  const upload = `${sub}: uploads ${count} PDFs of ${fileSize} bytes by presigned URL`;
  const files = await tell.step(`${name}上传 ${count} 份 PDF`, upload, () =>
    Promise.all(
      materials[sub].map((kind, i) =>
        addDocument(applicant, applicationId, kind, makePdf(`${name}-${kind}.pdf`, fileSize, i + 1)),
      ),
    ),
  );
  await tell.step(`${name}逐项声明并附证明材料`, `${sub}: declares condition by condition, with the files`, () =>
    applicant.call('saveSection', {
      params: { applicationId, section: 'conditions' },
      body: withEvidence(conditions, files.slice(-2)),
    }),
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
    await applyAs(story, cycleId, {
      sub: 'organisation',
      name: company,
      form: organisationForm(creditCodeOf(serial), company, years(year)),
    }),
    await applyAs(story, cycleId, {
      sub: 'individual',
      name: '李娜',
      form: individualForm(idNumberOf(serial), '李娜'),
    }),
  ];
}

/** As many organisations as asked for apply, with small files; one person looks after them all. */
export async function applyInNumbers(story: Story, cycleId: string, year: number, count: number): Promise<Entrant[]> {
  const entrants: Entrant[] = [];
  for (let n = 1; n <= count; n += 1) {
    const name = `昆明第${n}机械厂`;
    const form = organisationForm(creditCodeOf(1000 + n), name, years(year));
    entrants.push(await applyAs(story, cycleId, { sub: 'organisation', name, form, fileSize: 2000 }));
  }
  return entrants;
}

/** An individual applies, with small files (A14). */
export const applyInPerson = (story: Story, cycleId: string): Promise<Entrant> =>
  applyAs(story, cycleId, {
    ...{ sub: 'individual', name: '李娜', form: individualForm(idNumberOf(2001), '李娜') },
    fileSize: 2000,
  });

/** Who applies side by side, by their numbers: whoever has the same number is the same applicant. */
export interface Crowd {
  readonly organisations: readonly number[];
  readonly individuals: readonly number[];
}

/** From one number up to another. */
export const numbered = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);

/** The form and the name of an organisation of a crowd. */
export const crowdOrganisation = (n: number, year: number): Applying => {
  const name = `昆明第${n}机械厂`;
  return {
    sub: 'organisation',
    name,
    form: organisationForm(creditCodeOf(2000 + n), name, years(year)),
    fileSize: 400,
  };
};

const crowdIndividual = (n: number): Applying => {
  const name = `质量人第${n}号`;
  return { sub: 'individual', name, form: individualForm(idNumberOf(2000 + n), name), fileSize: 400 };
};

/** Organisations and individuals apply side by side, with small files; one person of each kind looks after its kind. */
export const applyTogether = (
  story: Story,
  cycleId: string,
  year: number,
  { organisations, individuals }: Crowd,
): Promise<Entrant[]> =>
  inParallel([...organisations.map((n) => crowdOrganisation(n, year)), ...individuals.map(crowdIndividual)], 4, (one) =>
    applyAs(story, cycleId, one),
  );

/** The last three closed fiscal years, whether applications close this year or next. */
const years = (year: number) => [year - 3, year - 2, year - 1, year];
