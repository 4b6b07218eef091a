import type { PolicyDocument } from '../identity/policy-document.ts';
import type { Place } from './partition.ts';

/** A bucket's policy as written in the template, resolved. */
export type BucketPolicy = Readonly<Record<string, unknown>>;

/** A role: who may take it on and every document attached to it, inline or managed. */
export interface RoleModel {
  readonly name: string;
  readonly arn: string;
  readonly policies: readonly PolicyDocument[];
  /** Services that may assume it, e.g. lambda.amazonaws.com. */
  readonly trusts: readonly string[];
}

export interface FunctionModel {
  readonly name: string;
  readonly arn: string;
  readonly logicalId: string;
  /** The folder of the built bundle. */
  readonly assetDir: string;
  /** `file.export` */
  readonly handler: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly timeoutSeconds: number;
  readonly memoryMb: number;
  readonly logGroup: string;
  readonly role: RoleModel;
  /** Services that may invoke it, e.g. apigateway.amazonaws.com. */
  readonly invokers: readonly string[];
  /** What becomes of asynchronous events that fail. */
  readonly async: { readonly retries: number; readonly onFailure?: string };
}

export interface KeySchema {
  readonly AttributeName: string;
  readonly KeyType: 'HASH' | 'RANGE';
}
export interface IndexModel {
  readonly IndexName: string;
  readonly KeySchema: readonly KeySchema[];
  readonly Projection: { readonly ProjectionType: string; readonly NonKeyAttributes?: readonly string[] };
}
export interface TableModel {
  readonly name: string;
  readonly arn: string;
  readonly logicalId: string;
  readonly keySchema: readonly KeySchema[];
  readonly attributes: readonly { readonly AttributeName: string; readonly AttributeType: string }[];
  readonly globalIndexes: readonly IndexModel[];
  readonly localIndexes: readonly IndexModel[];
  readonly stream?: { readonly arn: string; readonly viewType: string };
  readonly ttlAttribute?: string;
}

/** A function that a bucket notifies directly. */
export interface BucketNotification {
  readonly functionName: string;
  readonly events: readonly string[];
  readonly prefix?: string;
  readonly suffix?: string;
}
export interface BucketModel {
  readonly name: string;
  readonly arn: string;
  readonly logicalId: string;
  readonly versioned: boolean;
  readonly objectLock: boolean;
  readonly defaultRetention?: { readonly Mode: string; readonly Days?: number; readonly Years?: number };
  readonly lifecycleRules: readonly Record<string, unknown>[];
  readonly corsRules: readonly Record<string, unknown>[];
  readonly policy?: BucketPolicy;
  /** True when the bucket's events go to EventBridge, where rules match them. */
  readonly eventBridge: boolean;
  readonly notifications: readonly BucketNotification[];
}

export interface MachineModel {
  readonly name: string;
  readonly arn: string;
  readonly logicalId: string;
  readonly definition: Record<string, unknown>;
  readonly type: 'STANDARD' | 'EXPRESS';
  readonly role: RoleModel;
}

export interface ScheduleModel {
  readonly name: string;
  readonly targetArn: string;
  readonly role: RoleModel;
  readonly deadLetterArn?: string;
  /** The resource's properties, its name among them, as the scheduler reads them. */
  readonly properties: Readonly<Record<string, unknown>>;
}

export interface StreamMappingModel {
  readonly id: string;
  readonly functionName: string;
  readonly tableName: string;
  readonly streamArn: string;
  readonly batchSize: number;
  /** Patterns of which one must match; empty means every record. */
  readonly filters: readonly unknown[];
  readonly bisect: boolean;
  /** -1 means until the record is too old. */
  readonly retries: number;
  /** -1 means never too old. */
  readonly maximumAgeSeconds: number;
  readonly onFailure?: string;
  readonly reportsItemFailures: boolean;
  readonly startsAt: 'LATEST' | 'TRIM_HORIZON';
}

export interface RuleModel {
  readonly name: string;
  readonly pattern: Record<string, unknown>;
  readonly targets: readonly {
    readonly functionName: string;
    readonly input?: string;
    readonly deadLetterArn?: string;
  }[];
}

export interface QueueModel {
  readonly name: string;
  readonly arn: string;
}

export interface RouteModel {
  /** `GET /notes/{topic}`, `ANY /x/{proxy+}` or `$default`. */
  readonly key: string;
  readonly functionName: string;
  readonly timeoutMs: number;
  readonly authorizer?: JwtAuthorizerModel;
  readonly scopes: readonly string[];
}
export interface JwtAuthorizerModel {
  readonly name: string;
  readonly issuer: string;
  readonly audience: readonly string[];
}
export interface CorsModel {
  readonly allowOrigins: readonly string[];
  readonly allowMethods: readonly string[];
  readonly allowHeaders: readonly string[];
  readonly exposeHeaders: readonly string[];
  readonly allowCredentials: boolean;
  readonly maxAge?: number;
}
export interface HttpApiModel {
  readonly id: string;
  readonly name: string;
  readonly routes: readonly RouteModel[];
  readonly cors?: CorsModel;
}

/** All that the template asks for, resolved; `ignored` says what was left out and why. */
export interface CloudModel {
  readonly place: Place;
  readonly functions: readonly FunctionModel[];
  readonly tables: readonly TableModel[];
  readonly buckets: readonly BucketModel[];
  readonly machines: readonly MachineModel[];
  readonly schedules: readonly ScheduleModel[];
  readonly streamMappings: readonly StreamMappingModel[];
  readonly rules: readonly RuleModel[];
  readonly queues: readonly QueueModel[];
  readonly api?: HttpApiModel;
  readonly ignored: readonly { readonly id: string; readonly type: string; readonly reason: string }[];
}
