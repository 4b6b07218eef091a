import type { Application } from '../application/application.ts';
import type { Defence } from './defence.ts';

/** The defence as far as there is one. */
export const defenceOf = (of: Application): Defence => of.defence ?? { scores: [] };

/** The application with something of its defence changed. */
export const withDefence = (of: Application, changed: Partial<Defence>): Application => ({
  ...of,
  defence: { ...defenceOf(of), ...changed },
});
