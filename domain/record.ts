import * as z from 'zod';
import type { Actor } from './actor.ts';

/** An instant, UTC, ISO 8601 with milliseconds: `2027-03-31T16:00:00.000Z`. */
export type Instant = string;

/** A civil date in Asia/Shanghai: `2027-03-31`. */
export type CivilDate = string;

/**
 * What every stored record carries: the version its next save is conditioned on, and the head of its chain of
 * events, so that no event can be dropped or changed unseen.
 */
export const recordHead = {
  version: z.int().nonnegative().describe('0 before the first save'),
  chain: z.object({ sequence: z.int(), hash: z.string() }).describe('Head of the chain of audit events'),
  programmeId: z.string(),
};
export const newHead = (programmeId: string) => ({ version: 0, chain: { sequence: 0, hash: '' }, programmeId });

/** Something that happened: the audit trail's entry and, delivered from there, what other parts act on. */
export interface DomainEvent {
  readonly type: string;
  /** Facts of the event: ids, dates, reasons. Never tokens, ballots or documents' content. */
  readonly detail?: Readonly<Record<string, unknown>>;
  /** The change of stage, when there was one: wakes the waiting execution. */
  readonly move?: { readonly from: string; readonly to: string };
  /** Wakes the waiting execution though the stage stays (a notice was published, an objection decided). */
  readonly wake?: true;
}

/** Under what circumstances a command is decided. `now` is the award's time at the request. */
export interface Circumstances {
  readonly actor: Actor;
  readonly now: Instant;
}

/** What a domain function decided: saved whole, in one transaction, or not at all. */
export interface Outcome<T> extends Circumstances {
  readonly next: T;
  readonly events: readonly DomainEvent[];
}

/** Puts a decision together. */
export const decided = <T>({ actor, now }: Circumstances, next: T, ...events: DomainEvent[]): Outcome<T> => ({
  next,
  events,
  actor,
  now,
});
