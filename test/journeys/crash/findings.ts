import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import type { Cloud, CloudOptions } from '#local/cloud';
import { startCloud } from '#local/cloud';
import type { AuditEvent } from '#domain/audit/event';
import { historiesIn, told, unsound } from './histories.ts';

/** How often each of several things was found. */
export type Counts = Readonly<Record<string, number>>;

/** What is left of a journey, in words that are the same whenever the same happened. */
export interface Findings {
  /** What lies in the table, by kind, with where it stands. */
  readonly records: Counts;
  /** Each record's history. */
  readonly histories: Counts;
  /** In-app messages by reader and subject. */
  readonly messages: Counts;
  /** Mails by recipient and subject; the same mail sent twice counts once. */
  readonly mails: Counts;
  readonly executions: Counts;
  /** Whatever should not be: faults, undelivered events, executions that failed, broken histories. */
  readonly troubles: readonly string[];
}

interface Item {
  readonly type?: string;
  readonly sk: string;
  readonly data?: Readonly<Record<string, unknown>>;
  readonly code?: string;
}

const everything = 1_000_000;

/** Opens what a killed cloud left behind, waits until nothing is under way any more, and looks at all of it. */
export async function findingsIn(options: CloudOptions): Promise<Findings> {
  const cloud = await startCloud(options);
  try {
    await cloud.clock.settle();
    return lookAt(cloud);
  } finally {
    await cloud.stop();
  }
}

const itemsOf = <T>({ model, dynamodb }: Cloud, kind: string): T[] => {
  const name = model.tables.find((table) => table.name.includes(`-${kind}`))?.name ?? kind;
  return dynamodb
    .scanForStatus(name, everything)
    .map((item) => unmarshall(item as Record<string, AttributeValue>) as T);
};

const auditOf = (cloud: Cloud) => itemsOf<Item & AuditEvent>(cloud, 'Audit');
const isRefused = ({ type }: Item) => type === 'refused';
const historiesOf = (audit: readonly (Item & AuditEvent)[]) => historiesIn(audit.filter((item) => !isRefused(item)));

/** The codes of everything that was refused. */
export const refusalsIn = (cloud: Cloud): string[] =>
  auditOf(cloud)
    .filter(isRefused)
    .map(({ code = '' }) => code);

/** Whatever should not be: faults, undelivered events, executions that failed, broken histories. */
export const troublesIn = (cloud: Cloud): string[] => [
  ...itemsOf<Item>(cloud, 'Core')
    .filter(({ type }) => type === 'fault')
    .map(({ data }) => `fault ${JSON.stringify(data)}`),
  ...Object.entries(cloud.queues.counts()).map(([queue, count]) => `${count} undelivered in ${queue}`),
  ...cloud.scheduler.deadLetters().map(({ schedule, error }) => `${schedule} failed: ${error}`),
  ...cloud.states
    .executions({ limit: everything })
    .filter(({ status }) => status !== 'RUNNING' && status !== 'SUCCEEDED')
    .map(({ name, status, error }) => `${name} ${status} ${error}`),
  ...historiesOf(auditOf(cloud)).flatMap(unsound),
];

function lookAt(cloud: Cloud): Findings {
  const { mail, states } = cloud;
  const core = itemsOf<Item>(cloud, 'Core');
  const audit = auditOf(cloud);
  const mails = new Map(mail.inbox({ limit: everything }).map((one) => [`${one.messageId} ${one.to.join()}`, one]));
  return {
    records: counted([...core, ...audit.filter(isRefused)].filter(({ type }) => type !== 'idempotency').map(standing)),
    histories: counted(historiesOf(audit).map(told)),
    messages: counted(
      core
        .filter(({ type }) => type === 'message')
        .map(({ data }) => `${String(data?.personId)}: ${nameless(data?.subject)}`),
    ),
    mails: counted([...mails.values()].map(({ to, subject }) => `${to.join()}: ${nameless(subject)}`)),
    executions: counted(states.executions({ limit: everything }).map(({ machine, status }) => `${machine} ${status}`)),
    troubles: troublesIn(cloud),
  };
}

/** Kind and state of an item, without what differs from run to run. */
const standing = ({ type, sk, data = {}, code }: Item): string =>
  [type, type === 'wait' ? sk : undefined, data.kind, data.year, data.stage, data.status, code]
    .filter((part) => part !== undefined)
    .join(' ');

/** Receipts and certificates are numbered anew in every run. */
const nameless = (text: unknown): string =>
  String(text).replace(/\d{4}-[ZG]-[0-9A-Z]{10}|R[0-9A-Z]{8}\d{4}-\w+-\w+/g, '…');

function counted(names: readonly string[]): Counts {
  const counts: Record<string, number> = {};
  for (const name of names.toSorted()) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}
