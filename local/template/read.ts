import { readAssembly } from './assembly.ts';
import { readBuckets } from './buckets.ts';
import { refuseDangling } from './dangling.ts';
import { readRules, readStreamMappings } from './events.ts';
import { readFunctions } from './functions.ts';
import { readHttpApi } from './http-apis.ts';
import { readMachines } from './machines.ts';
import type { CloudModel } from './model.ts';
import { placeOf } from './partition.ts';
import { createRefusals, TemplateRefused } from './refusals.ts';
import { resolveStacks } from './resources.ts';
import { createRoleFinder, readRoles } from './roles.ts';
import { readSchedules } from './schedules.ts';
import { readTables } from './tables.ts';

export interface ReadOptions {
  /** The address of the local HTTP API, which `ApiEndpoint` resolves to. */
  readonly origin?: string;
  /** Dynamic references that may be resolved, e.g. { 'ssm:/award/portal': '…' }; any other is refused. */
  readonly references?: Readonly<Record<string, string>>;
}

/** Reads a cloud assembly into what the local cloud boots. Throws TemplateRefused naming everything it cannot do. */
export function readTemplate(dir: string, options: ReadOptions = {}): CloudModel {
  const stacks = readAssembly(dir);
  const places = new Set(stacks.map(({ region, account }) => `${region} ${account}`));
  const [first] = stacks;
  if (!first || places.size !== 1)
    throw new TemplateRefused([`the stacks must share one place, not ${[...places].join(', ')}`]);
  const place = placeOf(first.region, first.account);
  const refusals = createRefusals();
  const { origin = 'http://127.0.0.1', references = {} } = options;
  const resources = resolveStacks(stacks, { place, origin, references }, refusals);
  const roleOf = createRoleFinder(readRoles(resources, refusals), refusals);
  const tables = readTables(resources, refusals);
  const model: CloudModel = {
    place,
    tables,
    functions: readFunctions(resources, first.assets, roleOf, refusals),
    buckets: readBuckets(resources, refusals),
    machines: readMachines(resources, roleOf, refusals),
    schedules: readSchedules(resources, roleOf),
    streamMappings: readStreamMappings(resources, tables, refusals),
    rules: readRules(resources, refusals),
    queues: resources.all
      .filter(({ type }) => type === 'AWS::SQS::Queue')
      .map(({ identity }) => ({ name: identity.name, arn: identity.attributes['Arn'] ?? '' })),
    api: readHttpApi(resources, refusals),
    ignored: resources.ignored,
  };
  refuseDangling(model, refusals.refuse);
  refusals.finish();
  return model;
}
