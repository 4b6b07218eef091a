import type { Application } from '../application/application.ts';
import { isHeldByNothing } from '../objection/mark.ts';
import { noticeKindOf } from './standing.ts';

/**
 * What a machine that waits in a stage is told: that the application has moved on, or that its notice is published and
 * runs `until` then. Undefined: nothing yet, it goes on waiting.
 */
export function wakeOutput(of: Application, waitStage: string): { stage: string; until?: string } | undefined {
  if (of.stage !== waitStage) return { stage: of.stage };
  const kind = noticeKindOf(of.stage);
  const mark = kind && of.notices[kind];
  return mark && isHeldByNothing(of) ? { stage: of.stage, until: mark.endsAt } : undefined;
}
