import { applicationLifecycle } from './application-lifecycle.ts';
import type { BuildStates } from './machine.ts';
import { platformPush } from './platform-push.ts';
import { records } from './records.ts';
import { revocation } from './revocation.ts';
import { yearlyDuties } from './yearly-duties.ts';

/** The machines by the name they deploy under. */
export const machines = {
  'application-lifecycle': applicationLifecycle,
  'platform-push': platformPush,
  records,
  revocation,
  'yearly-duties': yearlyDuties,
} as const satisfies Record<string, BuildStates>;

export type MachineName = keyof typeof machines;
