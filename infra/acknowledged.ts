import type { StatefulStack } from './stateful-stack.ts';
import type { StatelessStack } from './stateless-stack.ts';

/** Findings of cdk-nag that are as they should be, each with its reason. */
export function acknowledgeFindings(_stateful: StatefulStack, _stateless: StatelessStack): void {}
