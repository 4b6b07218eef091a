import * as z from 'zod';
import { systemActor } from '#domain/actor';
import { openWait } from '#domain/waiting';
import { step } from '#functions/runtime/step';
import { caseInput } from './case-input.ts';
import { decideCase } from './decide-case.ts';

const input = caseInput.extend({ token: z.string().min(1), openedAt: z.iso.datetime() });

/**
 * Opens the wait of a stage: the token that resumes the execution is kept with the duty that begins, in one
 * transaction. Whatever the function answers goes nowhere: the token's answer is the state's.
 */
export const openStage = (stage: string) =>
  step(input.extend({ stage: z.literal(stage) }), async ({ input: given, deps }) => {
    const wait = { stage, token: given.token, openedAt: given.openedAt };
    const circumstances = { actor: systemActor, now: deps.now() };
    const { kind, recordId } = given;
    await decideCase(
      given,
      deps,
      (record) => openWait(record, wait, circumstances),
      () => [deps.waits.companion({ kind, recordId }, wait)],
    );
  });
