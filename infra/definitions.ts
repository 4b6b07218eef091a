import { App, Stack } from 'aws-cdk-lib';
import { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { QueryLanguage, State, StateGraph } from 'aws-cdk-lib/aws-stepfunctions';
import type { MachineName } from '#statemachines/machines';
import { machines } from '#statemachines/machines';

/** A state as its machine's definition says, as far as pictures and tests ask. */
export interface StateJson {
  readonly Type: string;
  readonly Comment?: string;
  readonly Next?: string;
  readonly Default?: string;
  readonly Choices?: readonly { readonly Condition: string; readonly Next: string }[];
  readonly Catch?: readonly { readonly ErrorEquals: readonly string[]; readonly Next: string }[];
  readonly ItemProcessor?: { readonly StartAt: string; readonly States: Readonly<Record<string, StateJson>> };
}

/** A machine's definition in Amazon States Language. */
export interface DefinitionJson {
  readonly StartAt: string;
  readonly States: Readonly<Record<string, StateJson>>;
}

/** The definition of a machine outside any deployment (in partition aws-cn), its functions called by their states' names. */
export function definitionOf(name: MachineName): DefinitionJson {
  const stack = new Stack(new App(), 'Definition', { env: { account: '000000000000', region: 'cn-north-1' } });
  const arn = (state: string) => `arn:aws-cn:lambda:cn-north-1:000000000000:function:${state}`;
  const start = machines[name](stack, (state) => LambdaFunction.fromFunctionArn(stack, `${state}Function`, arn(state)));
  const graph = new StateGraph(start.startState, name);
  for (const state of State.findReachableStates(start.startState)) state.bindToGraph(graph);
  const definition: unknown = { QueryLanguage: QueryLanguage.JSONATA, ...graph.toGraphJson(QueryLanguage.JSONATA) };
  return JSON.parse(
    JSON.stringify(stack.resolve(definition)).replaceAll(unresolvedArn, '"arn:aws-cn$1"'),
  ) as DefinitionJson;
}

/** How CDK leaves an ARN whose partition a deployment decides. */
const unresolvedArn = /\{"Fn::Join":\["",\["arn:",\{"Ref":"AWS::Partition"\},"([^"]+)"\]\]\}/g;
