import { Refused } from '#domain/refused';

/** The code a command was refused with, or `allowed`. Any other error is the test's own failure. */
export const refusalOf = (command: () => unknown): string => {
  try {
    command();
    return 'allowed';
  } catch (error) {
    if (error instanceof Refused) return error.code;
    throw error;
  }
};
