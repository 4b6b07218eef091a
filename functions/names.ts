/** Names of the environment that infra sets and the runtime reads. */
export const environment = {
  coreTable: 'CORE_TABLE',
  auditTable: 'AUDIT_TABLE',
  ballotsTable: 'BALLOTS_TABLE',
  ballotKey: 'BALLOT_KEY',
  stagingBucket: 'STAGING_BUCKET',
  recordsBucket: 'RECORDS_BUCKET',
  lifecycleMachine: 'APPLICATION_LIFECYCLE_ARN',
  revocationMachine: 'REVOCATION_ARN',
  yearlyDutiesMachine: 'YEARLY_DUTIES_ARN',
  recordsMachine: 'RECORDS_ARN',
  pushMachine: 'PLATFORM_PUSH_ARN',
  creditPlatformUrl: 'CREDIT_PLATFORM_URL',
  creditPlatformKey: 'CREDIT_PLATFORM_KEY',
  supervisionPlatformUrl: 'SUPERVISION_PLATFORM_URL',
  supervisionPlatformKey: 'SUPERVISION_PLATFORM_KEY',
  smtpUrl: 'SMTP_URL',
  mailFrom: 'MAIL_FROM',
  portalOrigin: 'PORTAL_ORIGIN',
  lockMode: 'OBJECT_LOCK_MODE',
  bootstrapAdministrators: 'BOOTSTRAP_ADMINISTRATORS',
  clockOffset: 'AWARD_CLOCK_OFFSET_MS',
} as const;

/** Errors that a step's handler throws by name and the state machines' Retry and Catch know. */
export const errors = {
  /** Another save came first; load again and retry. */
  recordChanged: 'RecordChanged',
  /** The record does not exist (yet). */
  recordMissing: 'RecordMissing',
  /** A platform does not answer, or is too busy: asked again later. */
  platformUnavailable: 'PlatformUnavailable',
  /** A platform does not take the message; no waiting mends it. */
  platformRefused: 'PlatformRefused',
  /** What was answered is not the platform's receipt. */
  platformUntrusted: 'PlatformUntrusted',
  /** The deployment was not told where the platform is. */
  platformNotConfigured: 'PlatformNotConfigured',
} as const;

/** The indexes of the core table. */
export const indexes = {
  /** What belongs under something: a cycle's applications by stage, a programme's cycles, … */
  byList: 'byList',
  /** What belongs to someone: a person's applications, a department's letters, an assessor's reviews. */
  byParty: 'byParty',
  /** What falls due, by programme and date. */
  byDue: 'byDue',
} as const;

/** The index of the audit table: events of a programme by day. */
export const auditByDay = 'byDay';
