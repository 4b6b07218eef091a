import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { IChainable } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';

/** Gives the function of a Task state, by the state's name. */
export type FunctionOf = (state: string) => IFunction;

/** Builds the states of a machine under `scope` and answers where it starts. */
export type BuildStates = (scope: Construct, functionOf: FunctionOf) => IChainable;

/**
 * The version of what steps are given. Running executions keep the definition they started with for up to a year:
 * a step serves every version that may still run, and says so by this number when its input must change.
 */
export const schemaVersion = 1;
