import type { Consumers } from './consumers.ts';
import type { Schedules } from './schedules.ts';
import type { AwardMachines } from './state-machines.ts';

/** What runs behind the API, as alarms and the overview look at it. */
export interface Running {
  readonly machines: AwardMachines;
  readonly consumers: Consumers;
  readonly schedules: Schedules;
}
