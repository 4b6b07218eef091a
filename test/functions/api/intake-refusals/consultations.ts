import type { Application } from '#domain/application/application';
import type { Consultation } from '#domain/consultation/letter';
import { programmeId } from '#test/build/an-application';
import { anOrganisation } from '#test/build/eligibility';
import { idOf } from '#test/functions/api/api';
import type { Attempt, Intake } from './intake.ts';
import { now, row } from './intake.ts';

const asked = (departmentCode: string, given: Partial<Consultation> = {}): Consultation => ({
  ...{ departmentCode, letterId: 'ltr_1', letterNumber: '昆质评函1号', question: '有无违法?' },
  ...{ sentAt: '2027-02-10T00:00:00.000Z', dueOn: '2027-03-01' },
  ...given,
});
const answer = { verdict: 'noObjection', facts: '无', by: 'tax', at: '2027-02-12T00:00:00.000Z' } as const;
const objects = { ...answer, verdict: 'objection', facts: '处罚' } as const;
const escalation = { outcome: '书面确认', documentNumber: '函1号', by: 'office', at: now };

/** An application on which the departments were asked. */
const consulted = (...consultations: Consultation[]): Application =>
  anOrganisation({ stage: 'Consultation', consultations });

/** The request is made the day after the letter is due. */
const overdue = '2027-03-02T01:00:00.000Z';

const sending = (applicationIds: string[] | undefined, departmentCodes = ['tax'], cycleId = 'cyc_1'): Attempt => ({
  by: 'office',
  route: 'issueLetters',
  params: { cycleId },
  body: { departmentCodes, question: '有无违法?', ...(applicationIds && { applicationIds }) },
});

const answering = async (intake: Intake, of: Application, body: object): Promise<Attempt> => ({
  by: 'tax',
  route: 'answerConsultation',
  params: { applicationId: await intake.application(of), departmentCode: 'tax' },
  body: { facts: '说明', ...body },
});

const escalating = async (intake: Intake, of: Application, at = overdue): Promise<Attempt> => ({
  by: 'office',
  route: 'recordEscalation',
  at,
  params: { applicationId: await intake.application(of), departmentCode: 'tax' },
  body: { outcome: '电话确认' },
});

const passing = async (intake: Intake, of: Application, assessments: object[] = []): Promise<Attempt> => ({
  by: 'office',
  route: 'passConsultation',
  params: { applicationId: await intake.application(of) },
  body: { assessments },
});

/** Refusals of the consultation. */
export const consultationRows = [
  row('consultation.department-unknown', 400, 'A16', 'nobody answers for the department', async (intake) =>
    sending([await intake.application(consulted())], ['customs']),
  ),
  row('consultation.sent-already', 409, 'A16', 'the department was asked', async (intake) =>
    sending([await intake.application(consulted(asked('tax')))]),
  ),
  row('consultation.too-many', 413, 'A16', 'a letter covers more than one transaction takes', async (intake) => {
    const all = Array.from({ length: 32 }, () => intake.application(consulted()));
    return sending(await Promise.all(all));
  }),
  row('consultation.nobody', 409, 'A16', 'nobody waits for it', async (intake) =>
    sending(undefined, ['tax'], await intake.cycle()),
  ),
  row('consultation.objection-undocumented', 400, 'A16', 'an objection names no fact', (intake) =>
    answering(intake, consulted(asked('tax')), { verdict: 'objection' }),
  ),
  row('consultation.date-in-future', 400, 'A16', 'the fact is dated tomorrow', (intake) =>
    answering(intake, consulted(asked('tax')), {
      ...{ verdict: 'objection', fact: { nature: 'penalty', on: '2027-03-02' }, documentNumber: '罚1号' },
    }),
  ),
  row('consultation.over', 409, 'A16', 'the applicant has gone on', (intake) =>
    answering(intake, anOrganisation({ stage: 'MaterialReview', consultations: [asked('tax')] }), {
      verdict: 'noObjection',
    }),
  ),
  row('consultation.answered-already', 409, 'A16', 'the department answered', (intake) =>
    answering(intake, consulted(asked('tax', { answer })), { verdict: 'noObjection' }),
  ),
  row('consultation.escalation-undocumented', 400, 'A16', 'there is no paper', (intake) =>
    escalating(intake, consulted(asked('tax'))),
  ),
  row('consultation.escalated-already', 409, 'A16', 'it is recorded', (intake) =>
    escalating(intake, consulted(asked('tax', { escalation }))),
  ),
  row('consultation.not-due', 409, 'A16', 'the last millisecond of the department’s time', (intake) =>
    escalating(intake, consulted(asked('tax')), '2027-03-01T15:00:00.000Z'),
  ),
  row('consultation.none-sent', 409, 'A16', 'nobody was asked', (intake) => passing(intake, consulted())),
  row('consultation.usual-missing', 409, 'A16', 'none of those that are asked as a rule was', (intake) =>
    passing(intake, consulted(asked('discipline', { answer }))),
  ),
  row('consultation.unanswered', 409, 'A16', 'a department is silent', (intake) =>
    passing(intake, consulted(asked('tax', { answer }), asked('environment'))),
  ),
  row('consultation.objection-stands', 409, 'A16', 'an objection is not met', (intake) =>
    passing(intake, consulted(asked('tax', { answer: objects }))),
  ),
  row('consultation.assessment-unfit', 400, 'A16', 'what did not object is assessed', (intake) =>
    passing(intake, consulted(asked('tax', { answer })), [{ departmentCode: 'tax', assessment: '不采纳' }]),
  ),
  row('proposal.same-person', 403, 'A16', 'one officer sets aside an objection whose fact excludes', (intake) =>
    passing(
      intake,
      consulted(
        asked('tax', {
          answer: { ...objects, fact: { nature: 'penalty', on: '2026-05-01' } },
          assessment: { text: '不采纳', by: idOf('office'), at: now },
        }),
      ),
    ),
  ),
  row('consultation.department-unclear', 400, undefined, 'who answers for two does not say for which', () => ({
    by: 'two-departments',
    route: 'listConsultations',
    query: { programmeId },
  })),
];
