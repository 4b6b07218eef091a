import { AwsError, FunctionError } from '../contracts.ts';
import type { Authority, InvokeFunction, Principal } from '../contracts.ts';
import type { Place } from './arns.ts';
import type { Outcome } from './frame.ts';
import { StateError } from './state-error.ts';
import { payloadLimit, sizeOf } from './sizes.ts';

/** What `lambda:invoke` was asked to do, after its Arguments were evaluated. */
export interface LambdaCall {
  readonly functionName: string;
  /** As the machine's policy must name it: qualified when the definition names a version or an alias. */
  readonly functionArn: string;
  readonly payload: unknown;
}

const argumentNames = new Set(['FunctionName', 'Payload', 'Qualifier']);

/** Reads evaluated Arguments; what the local Lambda cannot do is refused, not ignored. */
export function lambdaCall(evaluated: unknown, place: Place): LambdaCall {
  if (typeof evaluated !== 'object' || evaluated === null || Array.isArray(evaluated)) {
    throw new StateError('States.Runtime', 'The Arguments of lambda:invoke are not an object');
  }
  const given = evaluated as Record<string, unknown>;
  for (const name of Object.keys(given)) {
    if (!argumentNames.has(name)) throw new StateError('States.Runtime', `lambda:invoke does not take ${name} here`);
  }
  if (typeof given.FunctionName !== 'string' || given.FunctionName === '') {
    throw new StateError('States.Runtime', 'lambda:invoke has no FunctionName');
  }
  const named = functionNamed(given.FunctionName);
  const qualifier = (given.Qualifier as string | undefined) ?? named.qualifier;
  const unqualified = `arn:${place.partition}:lambda:${place.region}:${place.account}:function:${named.name}`;
  return {
    functionName: named.name,
    functionArn: qualifier === undefined ? unqualified : `${unqualified}:${qualifier}`,
    payload: given.Payload ?? {},
  };
}

/** A name, `name:alias`, a partial ARN `account:function:name`, or an ARN, each with or without a qualifier. */
function functionNamed(text: string): { name: string; qualifier?: string } {
  const parts = text.split(':');
  const [name = '', qualifier] = parts.includes('function') ? parts.slice(parts.indexOf('function') + 1) : parts;
  return qualifier === undefined ? { name } : { name, qualifier };
}

/** Invokes as the machine's role; every failure becomes the error name that the optimised integration gives. */
export async function invokeLambda(
  call: LambdaCall,
  as: Principal,
  { authority, invoke }: { authority: Authority; invoke: InvokeFunction },
): Promise<Outcome> {
  try {
    authority.authorize(as, 'lambda:InvokeFunction', call.functionArn);
    authority.record(as, 'lambda:InvokeFunction', call.functionArn);
    const payload = (await invoke(call.functionName, call.payload)) ?? null;
    const result = { ExecutedVersion: '$LATEST', Payload: payload, StatusCode: 200 };
    if (sizeOf(result) <= payloadLimit) return { result };
    return { error: 'States.DataLimitExceeded', cause: 'The function answered with more than 262144 bytes' };
  } catch (thrown) {
    return failureOf(thrown);
  }
}

function failureOf(thrown: unknown): Outcome {
  if (thrown instanceof FunctionError) {
    const cause = JSON.stringify({ errorMessage: thrown.message, errorType: thrown.errorType });
    return { error: thrown.errorType, cause };
  }
  if (thrown instanceof AwsError) {
    // The SDK gives errors that Lambda's model does not list this name.
    const name = thrown.name === 'AccessDeniedException' ? 'AWSLambdaException' : thrown.name;
    const cause = `${thrown.message} (Service: Lambda, Status Code: ${thrown.status}, Error Code: ${thrown.name})`;
    return { error: `Lambda.${name}`, cause };
  }
  return { error: 'Lambda.Unknown', cause: thrown instanceof Error ? thrown.message : String(thrown) };
}
