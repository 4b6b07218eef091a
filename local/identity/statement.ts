import { compileCondition } from './condition.ts';
import type { Condition } from './condition.ts';
import { actionPattern, arnPattern } from './pattern.ts';
import type { Matcher } from './pattern.ts';
import { list } from './policy-document.ts';
import type { PolicyStatement } from './policy-document.ts';

/** One pair of action and resource that an Allow statement grants, as it is written there. */
export interface Grant {
  readonly action: string;
  readonly resource: string;
  readonly covers: (action: string, resource: string) => boolean;
}

/** A statement, its patterns compiled once. */
export interface CompiledStatement {
  readonly effect: 'Allow' | 'Deny';
  readonly coversAction: Matcher;
  readonly coversResource: Matcher;
  readonly condition: Condition;
  readonly grants: readonly Grant[];
}

const known = new Set(['Sid', 'Effect', 'Action', 'NotAction', 'Resource', 'NotResource', 'Condition']);

/** Throws, naming what is wrong, at anything that would be silently ignored otherwise. */
export function compileStatement(statement: PolicyStatement): CompiledStatement {
  for (const element of Object.keys(statement)) {
    if (!known.has(element)) throw new Error(`the statement's element ${element} is not supported`);
  }
  if (JSON.stringify(statement).includes('${')) throw new Error('policy variables (${…}) are not supported');
  if (statement.Effect !== 'Allow' && statement.Effect !== 'Deny') {
    throw new Error(`the effect ${String(statement.Effect)} is not supported`);
  }
  const action = side('Action', statement.Action, statement.NotAction, actionPattern);
  const resource = side('Resource', statement.Resource, statement.NotResource, arnPattern);
  const grants = action.parts.flatMap((ofAction) =>
    resource.parts.map((ofResource) => ({
      action: ofAction.written,
      resource: ofResource.written,
      covers: (called: string, on: string) => ofAction.covers(called) && ofResource.covers(on),
    })),
  );
  return {
    effect: statement.Effect,
    coversAction: action.covers,
    coversResource: resource.covers,
    condition: compileCondition(statement.Condition),
    grants: statement.Effect === 'Allow' ? grants : [],
  };
}

interface Part {
  readonly written: string;
  readonly covers: Matcher;
}

/** Half of a statement: what is named, or everything but what is named. */
function side(
  element: 'Action' | 'Resource',
  named: PolicyStatement['Action'],
  excepted: PolicyStatement['NotAction'],
  compile: (pattern: string) => Matcher,
): { covers: Matcher; parts: readonly Part[] } {
  if ((named === undefined) === (excepted === undefined)) {
    throw new Error(`a statement needs either ${element} or Not${element}`);
  }
  const parts = list(named ?? excepted).map((written) => ({ written, covers: compile(written) }));
  const anyPart: Matcher = (text) => parts.some((part) => part.covers(text));
  if (named !== undefined) return { covers: anyPart, parts };
  const covers: Matcher = (text) => !anyPart(text);
  return { covers, parts: [{ written: `all but ${parts.map((part) => part.written).join(', ')}`, covers }] };
}
