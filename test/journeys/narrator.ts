/** Tells a story step by step, in Chinese and English, each with the time it took. */
export class Narrator {
  readonly #began = performance.now();
  #steps = 0;
  readonly #write: (line: string) => void;

  constructor(write: (line: string) => void = console.log) {
    this.#write = write;
  }

  /** A heading. */
  chapter(zh: string, en: string): void {
    this.#write(`\n■ ${zh} · ${en}`);
  }

  /** Does a step and says so; a step that fails is named and the failure goes on. */
  async step<T>(zh: string, en: string, act: () => Promise<T>): Promise<T> {
    this.#steps += 1;
    const started = performance.now();
    const number = String(this.#steps).padStart(3);
    try {
      const result = await act();
      this.#write(`${number} ✓ ${zh} · ${en}  (${Math.round(performance.now() - started)} ms)`);
      return result;
    } catch (error) {
      this.#write(`${number} ✗ ${zh} · ${en}`);
      throw error;
    }
  }

  /** A remark on what was seen. */
  remark(text: string): void {
    this.#write(`      ${text}`);
  }

  /** The last line. */
  end(): void {
    const seconds = ((performance.now() - this.#began) / 1000).toFixed(1);
    this.#write(`\n全部完成:${this.#steps} 步,用时 ${seconds} 秒 · all ${this.#steps} steps done in ${seconds} s\n`);
  }
}
