import { Refused } from '#domain/refused';

/** What a command was refused by, its code and facts; undefined when it was allowed. */
export function refusalBy(command: () => unknown): Pick<Refused, 'code' | 'detail'> | undefined {
  try {
    command();
    return undefined;
  } catch (error) {
    if (error instanceof Refused) return { code: error.code, detail: error.detail };
    throw error;
  }
}
