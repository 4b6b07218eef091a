import { compile, expressionIn } from './expressions.ts';

/** Fields that hold states or names, not values to be evaluated. */
const notTemplates = new Set(['Branches', 'ItemProcessor', 'Comment', 'Type', 'Next', 'Default', 'Resource']);

/** Finds what would not evaluate on Step Functions in any template of a state. */
export function templateProblems(state: Record<string, unknown>): string[] {
  return Object.entries(state).flatMap(([field, value]) => (notTemplates.has(field) ? [] : problemsIn(value, field)));
}

function problemsIn(value: unknown, at: string): string[] {
  if (typeof value === 'string') return textProblems(value).map((problem) => `field ${at}: ${problem}`);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const where = Array.isArray(value) ? `${at}[${key}]` : `${at}.${key}`;
    if (key.endsWith('.$')) return [`field ${where} belongs to JSONPath, and only JSONata is run here`];
    return problemsIn(inner, where);
  });
}

function textProblems(text: string): string[] {
  if (/^States\.[A-Z]\w*\(/.test(text)) return [`${text} is an intrinsic function, which JSONata does not have`];
  const source = expressionIn(text);
  if (source === undefined) {
    return text.startsWith('{%') || text.endsWith('%}') ? ['an expression stands between {% and %}'] : [];
  }
  try {
    return mentionsEval(compile(source).ast()) ? ['Step Functions does not support $eval'] : [];
  } catch (thrown) {
    return [`${source} does not parse: ${(thrown as Error).message}`];
  }
}

function mentionsEval(node: unknown): boolean {
  if (typeof node !== 'object' || node === null) return false;
  const { type, value } = node as { type?: unknown; value?: unknown };
  if (type === 'variable' && value === 'eval') return true;
  return Object.values(node).some(mentionsEval);
}

const variableName = /^[\p{ID_Start}_][\p{ID_Continue}]{0,79}$/u;

/** The variables that a scope assigns, added to those around it; an inner scope may read but not reassign those. */
export function variableProblems(
  states: Record<string, unknown>,
  outer: ReadonlySet<string>,
): { names: ReadonlySet<string>; problems: string[] } {
  const names = new Set(outer);
  const problems: string[] = [];
  for (const [state, body] of Object.entries(states)) {
    for (const name of assignedIn(body)) {
      if (!variableName.test(name) || name === 'states') {
        problems.push(`state ${state}: field Assign: ${name} is not a variable name`);
      } else if (outer.has(name)) {
        problems.push(`state ${state}: field Assign: ${name} is assigned in an outer scope already`);
      }
      names.add(name);
    }
  }
  return { names, problems };
}

function assignedIn(state: unknown): string[] {
  if (typeof state !== 'object' || state === null) return [];
  const { Assign, Choices, Catch } = state as Record<string, unknown>;
  const own = typeof Assign === 'object' && Assign !== null ? Object.keys(Assign) : [];
  const nested = [Choices, Catch].flatMap((list) => (Array.isArray(list) ? list.flatMap(assignedIn) : []));
  return [...own, ...nested];
}
