import type { Resource } from './resources.ts';
import type { Refusals } from './refusals.ts';

/** A resolved property bag, its values still of unknown shape. */
export type Properties = Readonly<Record<string, unknown>>;

/** The bag under `name`, or undefined. */
export const bag = (properties: Properties | undefined, name: string): Properties | undefined =>
  properties?.[name] as Properties | undefined;

/** The list under `name`, or an empty one. */
export const list = <T = Properties>(properties: Properties | undefined, name: string): readonly T[] =>
  (properties?.[name] ?? []) as readonly T[];

/** The text under `name`, or undefined. */
export const text = (properties: Properties | undefined, name: string): string | undefined => {
  const value = properties?.[name];
  return value === undefined ? undefined : String(value);
};

/** The number under `name`, which a template may write as text, or `otherwise`. */
export const number = (properties: Properties | undefined, name: string, otherwise: number): number => {
  const value = properties?.[name];
  return value === undefined ? otherwise : Number(value);
};

/** True when a template says true, as a boolean or as text. */
export const flag = (properties: Properties | undefined, name: string): boolean =>
  String(properties?.[name] ?? false) === 'true';

/** Refuses the keys of a nested bag that are not named in `allowed`. */
export function allowOnly(
  resource: Resource,
  properties: Properties | undefined,
  allowed: string,
  refusals: Refusals,
): void {
  const known = allowed.split(' ');
  for (const name of Object.keys(properties ?? {})) {
    if (!known.includes(name))
      refusals.refuse(`${resource.id}: the local cloud does not know ${name} of ${resource.type}`);
  }
}

/** The function's name in a name, an ARN, or an ARN with a version or alias. */
export function functionNameIn(reference: string): string {
  if (!reference.startsWith('arn:')) return reference.split(':')[0] ?? reference;
  return reference.split(':')[6] ?? reference;
}
