import { expect, test } from 'vitest';
import { drawings, staleDrawings } from '#infra/draw';

test('the diagrams in docs/ are as the table and the machines say (npm run draw)', () => {
  expect(staleDrawings()).toEqual([]);
});

test('the lifecycle’s picture shows every way on and leaves out refusal and withdrawal', () => {
  const lifecycle = drawings().get('lifecycle.md') ?? '';
  expect(lifecycle).toContain('GovernmentApproval --> Awarded: recordGovernmentDecision');
  expect(lifecycle).not.toMatch(/--> (Refused|Withdrawn)/);
});
