import type { Principal } from '../contracts.ts';
import type { FunctionModel } from '../template/model.ts';

/** Where the local servers listen. */
export interface Endpoints {
  readonly json: string;
  readonly s3: string;
}

/** What a function's process.env holds: its template's variables and what Lambda adds; of this machine, the PATH alone. */
export function environmentOf(
  fn: FunctionModel,
  region: string,
  principal: Principal,
  endpoints: Endpoints,
): Record<string, string> {
  return {
    PATH: process.env['PATH'] ?? '',
    TZ: 'UTC',
    LANG: 'en_US.UTF-8',
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
    AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
    AWS_LAMBDA_FUNCTION_NAME: fn.name,
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(fn.memoryMb),
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
    AWS_LAMBDA_LOG_GROUP_NAME: fn.logGroup,
    AWS_LAMBDA_LOG_STREAM_NAME: 'local',
    LAMBDA_TASK_ROOT: fn.assetDir,
    _HANDLER: fn.handler,
    AWS_ACCESS_KEY_ID: principal.accessKeyId,
    AWS_SECRET_ACCESS_KEY: principal.secretAccessKey,
    AWS_ENDPOINT_URL_DYNAMODB: endpoints.json,
    AWS_ENDPOINT_URL_SFN: endpoints.json,
    AWS_ENDPOINT_URL_SCHEDULER: endpoints.json,
    AWS_ENDPOINT_URL_S3: endpoints.s3,
    ...fn.environment,
    AWARD_CLOCK_OFFSET_MS: '0',
  };
}
