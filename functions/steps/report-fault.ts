import * as z from 'zod';
import { systemActor } from '#domain/actor';
import { reportFault } from '#domain/waiting';
import { step } from '#functions/runtime/step';
import { caseInput } from './case/case-input.ts';
import { decideCase } from './case/decide-case.ts';

/** Puts the case before an operator. The error's name only: its text may hold personal data. */
export const handler = step(caseInput.extend({ error: z.string() }), async ({ input, deps }) => {
  const { kind, recordId, stage, error } = input;
  const circumstances = { actor: systemActor, now: deps.now() };
  await decideCase(
    input,
    deps,
    (record) => reportFault(record, { stage, error }, circumstances),
    ({ programmeId }) => [deps.faults.companion({ kind, recordId, programmeId, stage, error, at: circumstances.now })],
  );
});
