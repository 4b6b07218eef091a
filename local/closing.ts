/** Ends what was started, the last first. Each step gets a real second; one that fails does not stop the others. */
export interface Closing {
  add(step: () => unknown): void;
  close(): Promise<void>;
}

/** Nothing to close yet. */
export function createClosing(): Closing {
  const steps: (() => unknown)[] = [];
  return {
    add: (step) => void steps.push(step),
    async close() {
      for (const step of steps.splice(0).reverse()) {
        try {
          await Promise.race([step(), new Promise((resolve) => setTimeout(resolve, 1000).unref())]);
        } catch (error) {
          console.error('While stopping:', error);
        }
      }
    },
  };
}
