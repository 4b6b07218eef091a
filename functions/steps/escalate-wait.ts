import { systemActor } from '#domain/actor';
import { escalateWait } from '#domain/waiting';
import { step } from '#functions/runtime/step';
import { caseInput } from './case/case-input.ts';
import { decideCase } from './case/decide-case.ts';

/** Tells the staff that nobody acted in time, unless somebody did in this very moment; the machine waits again. */
export const handler = step(caseInput, async ({ input, deps }) => {
  const circumstances = { actor: systemActor, now: deps.now() };
  const record = await decideCase(input, deps, (found) =>
    found.stage === input.stage ? escalateWait(found, input.stage, circumstances) : undefined,
  );
  return { resumeFrom: record.stage };
});
