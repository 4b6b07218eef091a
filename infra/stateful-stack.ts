import type { App } from 'aws-cdk-lib';
import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import { Key } from 'aws-cdk-lib/aws-kms';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { accessLogBucket, recordsBucket, stagingBucket } from './buckets.ts';
import type { Settings } from './settings.ts';
import type { Issuer } from './sign-in.ts';
import { SignIn } from './sign-in.ts';
import { ballotKeyName } from './meanings.ts';
import { auditTable, ballotsTable, coreTable } from './tables.ts';

/** What must outlive every deployment: records, files, keys, sign-in. Retained and protected against deletion. */
export class StatefulStack extends Stack {
  readonly core: Table;
  readonly audit: Table;
  readonly ballots: Table;
  /** What the ballot boxes are sealed with; made by AWS, seen by nobody. */
  readonly ballotKey: Secret;
  readonly staging: Bucket;
  readonly records: Bucket;
  readonly accessLogs: Bucket;
  /** The customer's own key, when the context asks for one. */
  readonly key: Key | undefined;
  readonly signIn: Issuer;

  constructor(app: App, settings: Settings) {
    super(app, `QualityAward-${settings.stage}-Stateful`, {
      env: { account: settings.account, region: settings.region },
      terminationProtection: true,
      description: 'Quality award: records, files and keys. Retained; protected against deletion.',
      analyticsReporting: false,
    });
    this.key = settings.customerKey
      ? new Key(this, 'Key', {
          description: 'Quality award: records and files',
          enableKeyRotation: true,
          removalPolicy: RemovalPolicy.RETAIN,
        })
      : undefined;
    this.core = coreTable(this, this.key);
    this.audit = auditTable(this, this.key);
    this.ballots = ballotsTable(this, this.key);
    this.ballotKey = new Secret(this, 'BallotKey', {
      secretName: ballotKeyName(settings),
      description: 'Seals the ballot boxes of the committee',
      generateSecretString: { passwordLength: 64, excludePunctuation: true },
      removalPolicy: RemovalPolicy.RETAIN,
      ...(this.key && { encryptionKey: this.key }),
    });
    this.accessLogs = accessLogBucket(this);
    this.staging = stagingBucket(this, { logs: this.accessLogs, key: this.key, origins: settings.portalOrigins });
    this.records = recordsBucket(this, { logs: this.accessLogs, key: this.key });
    this.signIn =
      settings.issuer && settings.audience
        ? { issuer: settings.issuer, audience: settings.audience }
        : new SignIn(this, 'SignIn', settings);
  }
}
