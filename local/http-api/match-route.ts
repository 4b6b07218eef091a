import type { RouteModel } from '../template/model.ts';

/** A route that matched, with the values of its path's variables, decoded. */
export interface MatchedRoute {
  readonly route: RouteModel;
  readonly pathParameters: Readonly<Record<string, string>>;
}

interface Compiled {
  readonly route: RouteModel;
  readonly method: string;
  readonly segments: readonly string[];
  readonly greedy: boolean;
}

/**
 * Finds the route of a request as API Gateway does: a path without a greedy variable before one with, the more
 * literal segments first, a named method before ANY, and `$default` last.
 */
export function createRouteMatcher(routes: readonly RouteModel[]) {
  const fallback = routes.find(({ key }) => key === '$default');
  const compiled = routes
    .filter((route) => route !== fallback)
    .map(compile)
    .sort(bySpecificity);
  return (method: string, path: string): MatchedRoute | undefined => {
    const segments = path.split('/').slice(1);
    for (const candidate of compiled) {
      if (candidate.method !== 'ANY' && candidate.method !== method) continue;
      const pathParameters = matchSegments(candidate, segments);
      if (pathParameters) return { route: candidate.route, pathParameters };
    }
    return fallback && { route: fallback, pathParameters: {} };
  };
}

function compile(route: RouteModel): Compiled {
  const [method = '', path = ''] = route.key.split(' ');
  return { route, method, segments: path.split('/').slice(1), greedy: path.endsWith('+}') };
}

const isVariable = (segment: string) => segment.startsWith('{');

function bySpecificity(left: Compiled, right: Compiled): number {
  if (left.greedy !== right.greedy) return left.greedy ? 1 : -1;
  if (left.greedy && left.segments.length !== right.segments.length)
    return right.segments.length - left.segments.length;
  for (const [index, segment] of left.segments.entries()) {
    const other = right.segments[index];
    if (other !== undefined && isVariable(segment) !== isVariable(other)) return isVariable(segment) ? 1 : -1;
  }
  return Number(left.method === 'ANY') - Number(right.method === 'ANY');
}

function matchSegments({ segments, greedy }: Compiled, given: readonly string[]): Record<string, string> | undefined {
  if (greedy ? given.length < segments.length : given.length !== segments.length) return undefined;
  const parameters: Record<string, string> = {};
  for (const [index, segment] of segments.entries()) {
    const last = greedy && index === segments.length - 1;
    const value = last ? given.slice(index).join('/') : (given[index] ?? '');
    if (!isVariable(segment)) {
      if (segment !== value) return undefined;
    } else {
      if (value === '') return undefined;
      parameters[segment.slice(1, last ? -2 : -1)] = decoded(value);
    }
  }
  return parameters;
}

/** Decodes what is well encoded and leaves the rest as it came. */
export function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
