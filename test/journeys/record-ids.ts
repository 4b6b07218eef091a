import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { Cloud } from '#local/cloud';

type Items = Parameters<typeof unmarshall>[0];

/** The ids of one record of each kind, by their names, as the paths of routes name them. */
export function recordIds(dynamodb: Cloud['dynamodb']): Map<string, string> {
  const core = dynamodb.tables().find(({ name }) => /core/i.test(name))?.name ?? '';
  const ids = new Map<string, string>();
  for (const item of dynamodb.scanForStatus(core, 10_000)) {
    const { data } = unmarshall(item as Items) as { data?: Record<string, unknown> };
    for (const [name, value] of Object.entries(data ?? {}))
      if (/(Id|Code|Number)$/.test(name) && typeof value === 'string' && !ids.has(name)) ids.set(name, value);
  }
  return ids;
}
