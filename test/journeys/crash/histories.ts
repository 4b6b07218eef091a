import { systemActor } from '#domain/actor';
import type { AuditEvent } from '#domain/audit/event';
import { auditEvent, firstBreak } from '#domain/audit/event';
import { linkHash } from '#functions/store/chain';

type History = readonly AuditEvent[];

/** The machine notes each wait it opens, and opens one again when it is not sure that it did. */
const mayRepeat = 'waitOpened';

/** The events of each record, in order. */
export function historiesIn(items: readonly AuditEvent[]): History[] {
  const histories = new Map<string, AuditEvent[]>();
  for (const item of items) {
    // Without the keys of the table, of which the hash knows nothing.
    const event = auditEvent.parse(item);
    const of = `${event.recordType}#${event.recordId}`;
    histories.set(of, [...(histories.get(of) ?? []), event]);
  }
  return [...histories.values()].map((history) => history.toSorted((a, b) => a.sequence - b.sequence));
}

/** What people did, in order, and what the system did, in any order: it may fall between different steps of theirs. */
export function told(history: History): string {
  const byPeople = history.filter(({ actor }) => actor.personId !== systemActor.personId);
  const bySystem = history.filter(({ actor, type }) => actor.personId === systemActor.personId && type !== mayRepeat);
  const types = (events: History) => events.map(({ type }) => type);
  return `${history[0]?.recordType}: ${types(byPeople).join(', ')} — ${types(bySystem).toSorted().join(', ')}`;
}

/** A history that is not one unbroken chain. */
export function unsound(history: History): string[] {
  const last = history.at(-1);
  const broken = firstBreak(history, { sequence: history.length, hash: last?.hash ?? '' }, linkHash);
  return broken === undefined ? [] : [`${last?.recordType} ${last?.recordId} is broken at ${broken}`];
}
