import type { Patience } from '#local/sample/visitor';

const broken = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET']);

/** Whether the connection broke, so that nobody knows whether the request was carried out. */
function isBroken(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { cause } = error as { cause?: { code?: string } };
  return error.message === 'terminated' || broken.has(cause?.code ?? '');
}

/** Waits until the cloud is back and does the same again, as often as it takes. `beforeEach` hears of every try. */
export const patientWith =
  (cloud: { up(): Promise<void> }, beforeEach: () => void = () => undefined): Patience =>
  async (act) => {
    for (;;) {
      await cloud.up();
      beforeEach();
      try {
        return await act();
      } catch (error) {
        if (!isBroken(error)) throw error;
        // The process may be dying and not be gone yet.
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    }
  };
