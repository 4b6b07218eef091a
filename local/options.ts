import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { usualPort } from './ports.ts';

/** What `npm start` can be told. */
export interface StartOptions {
  /** The first of five ports. */
  readonly port: number;
  /** Everything that is kept: tables, files, executions, logs. */
  readonly dir: string;
  /** Amazon's own DynamoDB Local instead of ours. */
  readonly dynamodb?: 'amazon';
  /** Begin with nothing. */
  readonly fresh: boolean;
  /** Load the sample cycle and the sample people. */
  readonly sample: boolean;
}

/** Thrown for a flag that is not understood; its message is for the person at the terminal. */
export class BadOption extends Error {}

const flags = {
  port: { type: 'string' },
  data: { type: 'string' },
  dynamodb: { type: 'string' },
  fresh: { type: 'boolean', default: false },
  'no-sample': { type: 'boolean', default: false },
} as const;

const usage = 'Flags: --port N, --data DIR, --dynamodb=amazon, --fresh, --no-sample';

/** Reads the flags of `npm start`; each port has a data directory of its own, so that copies run side by side. */
export function readStartOptions(args: readonly string[], root: string): StartOptions {
  const values = parse(args);
  const port = readPort(values.port);
  if (values.dynamodb !== undefined && values.dynamodb !== 'amazon') {
    throw new BadOption(`--dynamodb can only be amazon, not ${values.dynamodb}. ${usage}`);
  }
  return {
    port,
    dir: values.data ?? join(root, '.local', String(port)),
    ...(values.dynamodb === 'amazon' && { dynamodb: 'amazon' }),
    fresh: values.fresh,
    sample: !values['no-sample'],
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: flags, strict: true }).values;
  } catch (error) {
    throw new BadOption(`${error instanceof Error ? error.message : String(error)} ${usage}`);
  }
}

/** Reads `--port`; the four ports after it are used too. */
export function readPort(text: string | undefined): number {
  const port = Number(text ?? usualPort);
  if (!Number.isInteger(port) || port < 1024 || port > 65_530) {
    throw new BadOption(`--port takes a number from 1024 to 65530, not ${text}`);
  }
  return port;
}
