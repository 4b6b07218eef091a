import type { Application } from '../application/application.ts';
import type { CycleList } from './list.ts';

/**
 * Whether a list still decides on the application: one that was fixed before the application was brought back to an
 * earlier stage does not (D20, D26).
 */
export const holdsFor = ({ at }: Pick<CycleList, 'at'>, { reopenedAt }: Pick<Application, 'reopenedAt'>): boolean =>
  !reopenedAt || at >= reopenedAt;
