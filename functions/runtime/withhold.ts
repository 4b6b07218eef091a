import type { Actor } from '#domain/actor';
import { hasRoleAnywhere } from '#domain/actor';
import { partialRoles } from '#domain/conflict/declare';

type Fields = Record<string, unknown>;

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

/** Whether a list somewhere in the answer is about applications. */
const listsCases = (value: unknown): boolean =>
  Array.isArray(value)
    ? value.some((item) => (isFields(item) && typeof item['applicationId'] === 'string') || listsCases(item))
    : isFields(value) && Object.values(value).some(listsCases);

const without = (value: unknown, closed: ReadonlySet<string>): unknown => {
  if (Array.isArray(value))
    return value
      .filter((item) => !(isFields(item) && closed.has(String(item['applicationId']))))
      .map((item) => without(item, closed));
  if (!isFields(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, without(field, closed)]));
};

/**
 * Takes out of the lists of an answer what is about a case that is closed to the caller by a conflict of interest: the
 * last look at records that hold several cases (a meeting's candidates, a cycle's lists), whoever wrote their routes.
 */
export async function withheld<T>(answer: T, actor: Actor, closed: () => Promise<ReadonlySet<string>>): Promise<T> {
  if (!partialRoles.some((role) => hasRoleAnywhere(actor, role)) || !listsCases(answer)) return answer;
  const cases = await closed();
  return cases.size > 0 ? (without(answer, cases) as T) : answer;
}
