/** Where the local cloud stands in AWS's naming. */
export interface Place {
  readonly partition: string;
  readonly region: string;
  readonly account: string;
}

/** The ARN of a state machine. */
export function machineArn(place: Place, machine: string): string {
  return `arn:${place.partition}:states:${place.region}:${place.account}:stateMachine:${machine}`;
}

/** The ARN of an execution. */
export function executionArn(place: Place, machine: string, name: string): string {
  return `arn:${place.partition}:states:${place.region}:${place.account}:execution:${machine}:${name}`;
}
