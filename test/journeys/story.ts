import type { Cast } from '#local/sample/set-up';
import type { Place } from '#local/sample/visitor';
import type { Narrator } from './narrator.ts';

/** What the chapters share. */
export interface Story {
  readonly place: Place;
  readonly cast: Cast;
  readonly tell: Narrator;
  readonly programmeId: string;
}

/** An application on its way. */
export interface Entrant {
  /** Whose it is, in the cast. */
  readonly sub: 'organisation' | 'individual';
  readonly applicationId: string;
  readonly name: string;
}
