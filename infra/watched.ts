import type { Consumers } from './consumers.ts';
import type { AwardApi } from './http-api.ts';
import type { Schedules } from './schedules.ts';
import type { AwardMachines } from './state-machines.ts';

/** The parts of the stateless stack that alarms and the overview look at. */
export interface Watched {
  readonly api: AwardApi;
  readonly machines: AwardMachines;
  readonly consumers: Consumers;
  readonly schedules: Schedules;
}
