/** Thrown once, with everything the local cloud cannot do, so that a template is repaired in one go. */
export class TemplateRefused extends Error {
  readonly reasons: readonly string[];
  constructor(reasons: readonly string[]) {
    super(`The local cloud cannot run this template:\n${reasons.map((reason) => `  - ${reason}`).join('\n')}`);
    this.name = 'TemplateRefused';
    this.reasons = reasons;
  }
}

/** Collects what is refused while a template is read; `finish` throws when there was anything. */
export interface Refusals {
  refuse(reason: string): void;
  finish(): void;
}

/** A fresh collection. */
export function createRefusals(): Refusals {
  const reasons = new Set<string>();
  return {
    refuse: (reason) => void reasons.add(reason),
    finish() {
      if (reasons.size > 0) throw new TemplateRefused([...reasons]);
    },
  };
}
