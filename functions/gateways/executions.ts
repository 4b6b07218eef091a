import {
  DescribeExecutionCommand,
  ExecutionAlreadyExists,
  ExecutionDoesNotExist,
  SendTaskSuccessCommand,
  StartExecutionCommand,
  TaskDoesNotExist,
  TaskTimedOut,
} from '@aws-sdk/client-sfn';
import type { SFNClient } from '@aws-sdk/client-sfn';

/** How an attempt to resume ended. */
export type Resumed = 'resumed' | 'usedOrExpired' | 'gone';

/** What the machine `records` does. */
export type RecordsWork =
  | { readonly work: 'dossier'; readonly exportId: string }
  | { readonly work: 'keep'; readonly recordType: 'cycle' | 'revocation'; readonly recordId: string }
  | { readonly work: 'disposal'; readonly recordId: string };

/** The executions of Step Functions: started, resumed by token, asked after. */
export const executions = (
  sfn: SFNClient,
  machines: Readonly<Record<'application' | 'revocation' | 'records' | 'yearlyDuties' | 'push', string | undefined>>,
) => {
  const machineOf = (kind: keyof typeof machines) => {
    const arn = machines[kind];
    if (!arn) throw new Error(`this function was not given the ${kind} machine`);
    return arn;
  };
  const startNamed = async (kind: keyof typeof machines, name: string, input: object) => {
    const command = new StartExecutionCommand({
      stateMachineArn: machineOf(kind),
      name,
      input: JSON.stringify({ ...input, schemaVersion: 1 }),
    });
    await sfn.send(command).catch((error: unknown) => {
      if (!(error instanceof ExecutionAlreadyExists)) throw error;
    });
  };
  return {
    /** Starts the machine of the yearly duties; one name is one execution. */
    startYearlyDuties: (name: string, input: Readonly<Record<string, unknown>>) =>
      startNamed('yearlyDuties', name, input),
    /**
     * Starts the execution of a case under a deterministic name, so that starting it twice is starting it once.
     * `attempt` is part of the name when a case is started again at its stage.
     */
    start: (kind: 'application' | 'revocation', recordId: string, resumeFrom?: string, attempt?: string) =>
      startNamed(kind, attempt ? `${recordId}-${attempt}` : recordId, { recordId, ...(resumeFrom && { resumeFrom }) }),
    /** Starts work on the records that takes longer than a request; once for each name. */
    startWork: (name: string, work: RecordsWork) => startNamed('records', name, work),
    /** Sets a push out to its platform; once for each round of it. */
    push: (pushId: string, round: number) => startNamed('push', `${pushId}-${round}`, { recordId: pushId }),
    /** Resumes a waiting execution. A token that was used or ran out, or whose execution is gone, is told apart. */
    async resume(token: string, output: unknown): Promise<Resumed> {
      try {
        await sfn.send(new SendTaskSuccessCommand({ taskToken: token, output: JSON.stringify(output) }));
        return 'resumed';
      } catch (error) {
        if (error instanceof TaskTimedOut) return 'usedOrExpired';
        if (error instanceof TaskDoesNotExist) return 'gone';
        throw error;
      }
    },
    /** Whether the case's first execution is running. */
    async isRunning(kind: 'application' | 'revocation', recordId: string): Promise<boolean> {
      const executionArn = `${machineOf(kind).replace(':stateMachine:', ':execution:')}:${recordId}`;
      try {
        return (await sfn.send(new DescribeExecutionCommand({ executionArn }))).status === 'RUNNING';
      } catch (error) {
        if (error instanceof ExecutionDoesNotExist) return false;
        throw error;
      }
    },
  };
};
