import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { grantsOf } from '#infra/grants';
import { events, ideas, root, servedRoutes, steps } from '#infra/inventory';

test('every route has its handler’s file', () => {
  const missing = servedRoutes.map(({ file }) => file).filter((file) => !existsSync(join(root, file)));
  expect(missing).toEqual([]);
});

test('a function that only answers questions may not write records', () => {
  const reading = ideas.filter((idea) => servedRoutes.every((r) => r.idea !== idea || r.method === 'GET'));
  for (const idea of reading) expect(grantsOf(`api-${idea}`)).not.toContain('core:write');
});

test('every event’s consumer is granted what it does', () => {
  for (const event of events) expect(grantsOf(`event-${event}`), event).toContain('core:read');
});

test('task tokens and mail are in the hands of one function each', () => {
  const all = [
    ...ideas.map((idea) => `api-${idea}`),
    ...steps.map((step) => `step-${step}`),
    ...events.map((event) => `event-${event}`),
  ];
  expect(all.filter((name) => grantsOf(name).includes('executions:resume'))).toEqual(['event-deliver-outbox']);
  expect(all.filter((name) => grantsOf(name).includes('mail'))).toEqual(['event-deliver-messages']);
});
