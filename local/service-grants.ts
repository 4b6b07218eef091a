import { AwsError, type Principal } from './contracts.ts';
import type { LocalAuthority } from './identity/authority.ts';
import type { Principals } from './principals.ts';
import type { CloudModel } from './template/model.ts';
import { functionNameIn } from './template/properties.ts';
import { TemplateRefused } from './template/refusals.ts';

interface Use {
  readonly by: string;
  readonly principal: Principal | undefined;
  readonly action: string;
  readonly resource: string;
}

/**
 * Checks what AWS's own services do in the name of the template's roles: reading streams, invoking on schedule,
 * sending to dead-letter queues, writing logs. On AWS a missing grant shows late, as silence; here it is refused.
 */
export function requireServiceGrants(model: CloudModel, principals: Principals, authority: LocalAuthority): void {
  const reasons: string[] = [];
  for (const { by, principal, action, resource } of usesOf(model, principals)) {
    if (!principal) continue;
    try {
      authority.authorize(principal, action, resource);
      authority.need(principal, action, resource);
    } catch (error) {
      if (!(error instanceof AwsError)) throw error;
      reasons.push(`${by}: ${error.message}`);
    }
  }
  if (reasons.length > 0) throw new TemplateRefused(reasons);
}

function* usesOf(model: CloudModel, { functions, schedules }: Principals): Generator<Use> {
  for (const { id, functionName, streamArn, onFailure } of model.streamMappings) {
    const own = { by: `stream mapping ${id}`, principal: functions.get(functionName) };
    for (const action of ['DescribeStream', 'GetRecords', 'GetShardIterator']) {
      yield { ...own, action: `dynamodb:${action}`, resource: streamArn };
    }
    if (onFailure !== undefined) yield { ...own, action: 'sqs:SendMessage', resource: onFailure };
  }
  for (const { name, arn, logGroup, async } of model.functions) {
    const own = { by: `function ${name}`, principal: functions.get(name) };
    const logs = `${arn.replace(':lambda:', ':logs:').replace(/:function:.*/, '')}:log-group:${logGroup}`;
    for (const action of ['CreateLogStream', 'PutLogEvents']) {
      yield { ...own, action: `logs:${action}`, resource: `${logs}:log-stream:local` };
    }
    if (async.onFailure !== undefined) yield { ...own, action: 'sqs:SendMessage', resource: async.onFailure };
  }
  for (const { name, targetArn, deadLetterArn } of model.schedules) {
    const own = { by: `schedule ${name}`, principal: schedules.get(name) };
    const machine = targetArn.includes(':states:');
    const action = machine ? 'states:StartExecution' : 'lambda:InvokeFunction';
    const known = machine || model.functions.some((fn) => fn.name === functionNameIn(targetArn));
    if (known) yield { ...own, action, resource: targetArn };
    if (deadLetterArn !== undefined) yield { ...own, action: 'sqs:SendMessage', resource: deadLetterArn };
  }
}
