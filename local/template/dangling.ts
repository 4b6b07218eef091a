import type { CloudModel } from './model.ts';
import { functionNameIn } from './properties.ts';

/** Refuses references to functions and queues that are not there, and invocations that the function does not permit. */
export function refuseDangling(model: CloudModel, refuse: (reason: string) => void): void {
  const functions = new Map(model.functions.map((one) => [one.name, one]));
  const queues = new Set(model.queues.map(({ arn }) => arn));
  const invoked = (by: string, name: string, service?: string) => {
    const target = functions.get(name);
    if (!target) refuse(`${by}: there is no function ${name}`);
    else if (service && !target.invokers.includes(service)) {
      refuse(`${by}: ${service} has no AWS::Lambda::Permission to invoke ${name}`);
    }
  };
  const sendsTo = (by: string, arn: string | undefined) => {
    if (arn !== undefined && !queues.has(arn)) refuse(`${by}: there is no queue ${arn}`);
  };
  for (const route of model.api?.routes ?? [])
    invoked(`route ${route.key}`, route.functionName, 'apigateway.amazonaws.com');
  for (const mapping of model.streamMappings) {
    invoked(mapping.id, mapping.functionName);
    sendsTo(mapping.id, mapping.onFailure);
  }
  for (const rule of model.rules) {
    for (const target of rule.targets) {
      invoked(`rule ${rule.name}`, target.functionName, 'events.amazonaws.com');
      sendsTo(`rule ${rule.name}`, target.deadLetterArn);
    }
  }
  for (const { name, targetArn, deadLetterArn } of model.schedules) {
    const machine = model.machines.some(({ arn }) => arn === targetArn);
    if (!machine) invoked(`schedule ${name}`, functionNameIn(targetArn));
    sendsTo(`schedule ${name}`, deadLetterArn);
  }
  for (const bucket of model.buckets) {
    for (const one of bucket.notifications) invoked(`bucket ${bucket.name}`, one.functionName, 's3.amazonaws.com');
  }
  for (const fn of model.functions) sendsTo(`function ${fn.name}`, fn.async.onFailure);
}
