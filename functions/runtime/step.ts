import middy from '@middy/core';
import type * as z from 'zod';
import { Refused } from '#domain/refused';
import { errors } from '#functions/names';
import type { Deps } from './deps.ts';
import { createDeps } from './deps.ts';
import { count, observed } from './observe.ts';

/** An error that the state machine knows by its name. */
class NamedError extends Error {
  constructor(name: string, message: string) {
    super(message);
    this.name = name;
  }
}

const named: Readonly<Record<string, string>> = {
  'record.changed': errors.recordChanged,
  'record.exists': errors.recordChanged,
  'record.not-found': errors.recordMissing,
};

/**
 * The stack of a state machine's steps: reads the input by its schema and names what the machine's Retry and Catch
 * know. Everything else propagates and ends in the operator's queue.
 */
export const step = <I extends z.ZodType, R>(
  input: I,
  handle: (call: { input: z.infer<I>; deps: Deps }) => Promise<R>,
) =>
  observed(
    middy<unknown, R>().handler(async (event: unknown) => {
      try {
        const result = await handle({ input: input.parse(event), deps: createDeps() });
        count('StepsDone');
        return result;
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        throw new NamedError(named[error.code] ?? error.code, JSON.stringify(error.detail));
      }
    }),
  );
