import { Refused } from '#domain/refused';

/** The code a command was refused with; undefined when it was allowed. Any other error is the test's own failure. */
export const refusalOf = (command: () => unknown): string | undefined => {
  try {
    command();
    return undefined;
  } catch (error) {
    if (error instanceof Refused) return error.code;
    throw error;
  }
};
