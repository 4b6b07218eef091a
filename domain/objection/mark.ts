import * as z from 'zod';
import type { Application } from '../application/application.ts';
import { isSuspended } from '../suspension/is-suspended.ts';
import type { Objection } from './objection.ts';

/** On the application: an objection, without the objector (D3). */
export const objectionMark = z.object({
  objectionId: z.string(),
  noticeId: z.string(),
  status: z.enum(['open', 'dismissed', 'upheld', 'lead']),
  disclosed: z
    .object({ substance: z.string(), at: z.iso.datetime() })
    .optional()
    .describe('What the applicant was told'),
  response: z.object({ text: z.string(), at: z.iso.datetime() }).optional(),
});

type Mark = z.infer<typeof objectionMark>;

/** The application with the mark of one objection changed. */
export const withMark = (
  of: Application,
  { objectionId }: Pick<Objection, 'objectionId'>,
  change: Partial<Mark>,
): Application => ({
  ...of,
  objections: of.objections.map((mark) => (mark.objectionId === objectionId ? { ...mark, ...change } : mark)),
});

/** Whether an objection that was made in time and by real name is still being verified (D3). */
export const hasOpenObjection = (of: Pick<Application, 'objections'>): boolean =>
  of.objections.some((o) => o.status === 'open');

/** Whether nothing holds the applicant in the notice: no open objection, no late fact, no proposed refusal. */
export const isHeldByNothing = (of: Pick<Application, 'objections' | 'suspensions' | 'refusalProposal'>): boolean =>
  !hasOpenObjection(of) && !isSuspended(of);

/** What the applicant may know: the substance of what was disclosed, by a number of their own and never by whom. */
export const disclosedObjection = objectionMark
  .pick({ status: true, response: true })
  .extend({ number: z.int().positive(), substance: z.string(), at: z.iso.datetime() });

/** The disclosed objections of an application, as its applicant sees them. */
export const disclosedTo = (of: Pick<Application, 'objections'>): z.infer<typeof disclosedObjection>[] =>
  of.objections.flatMap(({ status, disclosed, response }, i) =>
    disclosed ? [{ number: i + 1, status, ...disclosed, ...(response && { response }) }] : [],
  );
