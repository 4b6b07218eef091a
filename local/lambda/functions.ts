import { join } from 'node:path';
import {
  AwsError,
  FunctionError,
  type AwardClock,
  type BusySource,
  type InvokeFunction,
  type Principal,
} from '../contracts.ts';
import type { FunctionModel } from '../template/model.ts';
import { functionNameIn } from '../template/properties.ts';
import { environmentOf, type Endpoints } from './environment.ts';
import { openLog } from './log-file.ts';
import { createPool, type FunctionFigures, type Pool } from './pool.ts';
import { startSandbox } from './sandbox.ts';
import { createWarmPlaces, type WarmPlaces } from './warm-places.ts';

/** Lambda's limit for a payload and for an answer. */
const payloadLimit = 6 * 1024 * 1024;

/** Warm at rest, over all functions, and for how long. */
const mostWarm = 12;
const restMs = 5 * 60_000;

export interface FunctionsOptions {
  readonly functions: readonly FunctionModel[];
  readonly region: string;
  readonly clock: AwardClock;
  readonly endpoints: Endpoints;
  readonly logDir: string;
  principalOf(fn: FunctionModel): Principal;
}

/** The functions of the template, started when first invoked. */
export interface Functions {
  /** By name or ARN, with or without an alias. Rejects with FunctionError, or AwsError when there is no such function. */
  readonly invoke: InvokeFunction;
  readonly busy: BusySource;
  figures(): Readonly<Record<string, FunctionFigures>>;
  stop(): Promise<void>;
}

/** Prepares the functions; nothing runs until one is invoked. */
export function createFunctions(options: FunctionsOptions): Functions {
  const warm = createWarmPlaces(mostWarm, restMs);
  const pools = new Map<string, Pool>(options.functions.map((fn) => [fn.name, poolOf(fn, options, warm)]));
  return {
    async invoke(reference, payload) {
      const name = functionNameIn(reference);
      const pool = pools.get(name);
      if (!pool) throw new AwsError('ResourceNotFoundException', `Function not found: ${reference}`, 404);
      const event = JSON.stringify(payload ?? null);
      if (Buffer.byteLength(event) > payloadLimit) {
        throw new AwsError('RequestTooLargeException', `Request must be smaller than ${payloadLimit} bytes`, 413);
      }
      const result = await pool.invoke(event);
      if (Buffer.byteLength(result) > payloadLimit) {
        throw new FunctionError(
          'Function.ResponseSizeTooLarge',
          `Response payload size exceeded ${payloadLimit} bytes`,
        );
      }
      return JSON.parse(result) as unknown;
    },
    busy: {
      name: 'functions',
      isBusy: () => [...pools.values()].some(({ figures }) => figures.inFlight > 0),
    },
    figures: () => Object.fromEntries([...pools].map(([name, { figures }]) => [name, { ...figures }])),
    async stop() {
      warm.close();
      await Promise.all([...pools.values()].map((pool) => pool.stop()));
    },
  };
}

function poolOf(
  fn: FunctionModel,
  { region, clock, endpoints, logDir, principalOf }: FunctionsOptions,
  warm: WarmPlaces,
): Pool {
  const environment = environmentOf(fn, region, principalOf(fn), endpoints);
  const log = openLog(join(logDir, `${fn.name}.log`));
  return createPool(() => startSandbox({ fn, environment, clock, log }), warm);
}
