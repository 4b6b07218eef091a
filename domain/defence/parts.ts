import type { Application } from '../application/application.ts';
import type { Defence } from './defence.ts';

/** The defence as far as there is one. */
export const defenceOf = (of: Application): Defence => of.defence ?? { scores: [] };

/**
 * Those of the panel who attended the defence: a substitute who was named after it began has not heard it and does not
 * score it (D26).
 */
export const attendants = ({ panel, defence }: Application): string[] =>
  (panel?.assessorIds ?? []).filter((id) => defence?.attendedBy?.includes(id) ?? true);

/** The application with something of its defence changed. */
export const withDefence = (of: Application, changed: Partial<Defence>): Application => ({
  ...of,
  defence: { ...defenceOf(of), ...changed },
});
