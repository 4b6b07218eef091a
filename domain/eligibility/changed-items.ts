import type { Application } from '../application/application.ts';
import { canonical } from '../audit/event.ts';

/** What is found by a section of the form, beside what each declaration is about. */
const foundBy: Readonly<Record<string, readonly string[]>> = {
  results: ['A12(6)', 'A14(5)'],
  individualIdentity: ['A14(1)', 'A14(5)'],
};

type Sections = Application['sections'];

const declared = (sections: Sections, condition: string) =>
  canonical(sections.conditions?.content.declarations.find((d) => d.condition === condition));

const contentOf = (sections: Sections, name: string) =>
  canonical((sections as Record<string, { content: unknown }>)[name]?.content);

/**
 * The conditions that a correction is about: those the office named, those declared otherwise than before, and those
 * that rest on a part of the form that was changed. What was found on them before is looked at again (A16, D18).
 */
export function itemsCorrected({ correction, handedIn = {}, sections }: Application): string[] {
  const named = (correction?.items ?? []).flatMap(({ condition }) => condition ?? []);
  const all = [handedIn, sections].flatMap((s) => s.conditions?.content.declarations.map((d) => d.condition) ?? []);
  const redeclared = all.filter((condition) => declared(handedIn, condition) !== declared(sections, condition));
  const parts = Object.keys(foundBy).filter((name) => contentOf(handedIn, name) !== contentOf(sections, name));
  return [...new Set([...named, ...redeclared, ...parts.flatMap((name) => foundBy[name] ?? [])])];
}
