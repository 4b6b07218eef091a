import * as z from 'zod';
import { globbed } from './glob.ts';
import { compileConditions, type PolicyContext } from './policy-conditions.ts';

export type { PolicyContext } from './policy-conditions.ts';

const oneOrMany = z.union([z.string(), z.array(z.string())]);
const scalar = z.union([z.string(), z.number(), z.boolean()]);

/** One statement of a bucket policy. NotPrincipal and particular principals are not known here. */
export const policyStatement = z.strictObject({
  Sid: z.string().optional(),
  Effect: z.enum(['Allow', 'Deny']),
  Principal: z.union([z.string(), z.record(z.string(), oneOrMany)]),
  Action: oneOrMany.optional(),
  NotAction: oneOrMany.optional(),
  Resource: oneOrMany.optional(),
  NotResource: oneOrMany.optional(),
  Condition: z.record(z.string(), z.record(z.string(), z.union([scalar, z.array(scalar)]))).optional(),
});
export type PolicyStatement = z.output<typeof policyStatement>;

type Decision = 'allow' | 'deny' | 'silent';

export interface Policy {
  decide(action: string, resource: string, context: PolicyContext): Decision;
}

const many = (value: string | readonly string[]): readonly string[] => (typeof value === 'string' ? [value] : value);

type Test = (text: string) => boolean;

function oneOf(positive: string | string[] | undefined, negative: string | string[] | undefined, flags: string): Test {
  const patterns = many(positive ?? negative ?? []).map((pattern) => globbed(pattern, flags));
  return (text) => patterns.some((pattern) => pattern.test(text)) === (positive !== undefined);
}

/** Everybody, or an AWS service, which is never the caller here; throws, naming it, at anybody in particular. */
function whoIsMeant(bucket: string, { Sid, Principal }: PolicyStatement): 'everybody' | 'a service' {
  const who = typeof Principal === 'string' ? { AWS: Principal } : Principal;
  if (many(who['AWS'] ?? []).includes('*')) return 'everybody';
  if (Object.keys(who).join() === 'Service') return 'a service';
  throw new Error(
    `The policy of bucket ${bucket}${Sid ? `, statement ${Sid},` : ''} names the principal ${JSON.stringify(Principal)}; locally only "*" and services can be evaluated.`,
  );
}

/** Prepares a bucket's statements; throws, naming it, at whatever could not be evaluated. */
export function compilePolicy(bucket: string, statements: readonly PolicyStatement[]): Policy {
  const compiled = statements.flatMap((statement) => {
    if (whoIsMeant(bucket, statement) === 'a service') return [];
    const { Effect, Action, NotAction, Resource, NotResource, Condition } = statement;
    if ((Action === undefined) === (NotAction === undefined))
      throw new Error(`A statement in the policy of bucket ${bucket} needs Action or NotAction.`);
    if ((Resource === undefined) === (NotResource === undefined))
      throw new Error(`A statement in the policy of bucket ${bucket} needs Resource or NotResource.`);
    return {
      effect: Effect,
      action: oneOf(Action, NotAction, 'i'),
      resource: oneOf(Resource, NotResource, ''),
      holds: compileConditions(`the policy of bucket ${bucket}`, Condition ?? {}),
    };
  });
  return {
    decide(action, resource, context) {
      const hits = compiled.filter((one) => one.action(action) && one.resource(resource) && one.holds(context));
      if (hits.some(({ effect }) => effect === 'Deny')) return 'deny';
      return hits.length ? 'allow' : 'silent';
    },
  };
}
