import type { AwardFunction } from './award-function.ts';
import type { Consumers } from './consumers.ts';
import type { Schedules } from './schedules.ts';
import type { AwardMachines } from './state-machines.ts';

/** What runs, as the API reaches it, and alarms and the overview look at it. */
export interface Running {
  /** The API's functions by their idea. */
  readonly api: ReadonlyMap<string, AwardFunction>;
  readonly machines: AwardMachines;
  readonly consumers: Consumers;
  readonly schedules: Schedules;
}
