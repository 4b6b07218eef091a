import { createHash, randomBytes } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { SFNClient } from '@aws-sdk/client-sfn';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { ulid } from 'ulid';
import { instantOf } from '#domain/calendar/civil';
import type { Instant } from '#domain/record';
import { executions } from '../gateways/executions.ts';
import { files } from '../gateways/files.ts';
import { locks } from '../gateways/locks.ts';
import { mailer } from '../gateways/mail.ts';
import { platforms } from '../gateways/platforms.ts';
import type { Table } from '../store/table.ts';
import { annualReports } from '../store/annual-reports.ts';
import { answers } from '../store/answers.ts';
import { applications } from '../store/applications.ts';
import { appraisals } from '../store/appraisals.ts';
import { audit } from '../store/audit.ts';
import { assessors } from '../store/assessors.ts';
import { assignments } from '../store/assignments.ts';
import { bans } from '../store/bans.ts';
import { bonuses } from '../store/bonuses.ts';
import { casePages } from '../store/case-pages.ts';
import { conflicts } from '../store/conflicts.ts';
import { correctionRequests } from '../store/correction-requests.ts';
import { cultivations } from '../store/cultivations.ts';
import { cycles } from '../store/cycles.ts';
import { defenceDays } from '../store/defence-days.ts';
import { digests } from '../store/digests.ts';
import { documents as documentStore } from '../store/documents.ts';
import { due } from '../store/due.ts';
import { duties } from '../store/duties.ts';
import { editions } from '../store/editions.ts';
import { exports as exportStore } from '../store/exports.ts';
import { inspections } from '../store/inspections.ts';
import { jurisdictions } from '../store/jurisdictions.ts';
import { findings } from '../store/findings.ts';
import { ledgers } from '../store/ledgers.ts';
import { letters } from '../store/letters.ts';
import { faults } from '../store/faults.ts';
import { filings } from '../store/filings.ts';
import { lists } from '../store/lists.ts';
import { meetings } from '../store/meetings.ts';
import { messages } from '../store/messages.ts';
import { noticeRemovals } from '../store/notice-removals.ts';
import { notices } from '../store/notices.ts';
import { objections } from '../store/objections.ts';
import { people } from '../store/people.ts';
import { pledges } from '../store/pledges.ts';
import { programmes } from '../store/programmes.ts';
import { publications } from '../store/publications.ts';
import { pushes } from '../store/pushes.ts';
import { resolutions } from '../store/resolutions.ts';
import { reviews } from '../store/reviews.ts';
import { revocations } from '../store/revocations.ts';
import { submissions } from '../store/submissions.ts';
import { ties } from '../store/ties.ts';
import { underWay } from '../store/under-way.ts';
import { waits } from '../store/waits.ts';
import { winnerEntries } from '../store/winner-entries.ts';
import { winnerImports } from '../store/winner-imports.ts';
import { winners } from '../store/winners.ts';
import { clockOffset, readConfig } from './config.ts';

/*
 * The composition root: clients are built here and nowhere else, once per warm function. Every request gets stores of
 * its own (they know the request's idempotency key), which costs a few closures.
 */
const config = readConfig();

const documents = DynamoDBDocumentClient.from(new DynamoDBClient({}), {
  marshallOptions: { removeUndefinedValues: true },
});

// The presigner must not add the checksum of an empty body; what is sent is signed by the declared hash instead.
export const s3 = new S3Client({ requestChecksumCalculation: 'WHEN_REQUIRED' });
export const fileConfig = {
  staging: config.STAGING_BUCKET,
  records: config.RECORDS_BUCKET,
  lockMode: config.OBJECT_LOCK_MODE ?? 'GOVERNANCE',
};
const fileGateway = files(s3, fileConfig);
const lockGateway = locks(s3, fileConfig);
const executionGateway = executions(new SFNClient({}), {
  application: config.APPLICATION_LIFECYCLE_ARN,
  revocation: config.REVOCATION_ARN,
  records: config.RECORDS_ARN,
  yearlyDuties: config.YEARLY_DUTIES_ARN,
  push: config.PLATFORM_PUSH_ARN,
});
const platformGateway = platforms({
  credit: { url: config.CREDIT_PLATFORM_URL, key: config.CREDIT_PLATFORM_KEY },
  supervision: { url: config.SUPERVISION_PLATFORM_URL, key: config.SUPERVISION_PLATFORM_KEY },
});
const mailGateway = mailer(config.SMTP_URL, config.MAIL_FROM, { machineNow: Date.now });

const millis = () => Date.now() + clockOffset();

const { BALLOTS_TABLE, BALLOT_KEY } = config;
const ballots = BALLOTS_TABLE && BALLOT_KEY ? { name: BALLOTS_TABLE, secret: BALLOT_KEY, randomBytes } : undefined;

/** The award's time now. */
export const awardNow = (): Instant => instantOf(millis());

/** What a handler may use. `now` is the award's time (UTC); ids are prefixed ULIDs: `app_01J…`. */
export function createDeps(idempotency?: Table['idempotency'], arrivedAt?: Instant, reader?: string) {
  // A request is decided at the moment it arrived: copying files or looking again must not carry it past a deadline.
  const now = () => arrivedAt ?? awardNow();
  const newId = (prefix: string) => `${prefix}_${ulid(millis())}`;
  const table: Table = {
    ...{ documents, core: config.CORE_TABLE, audit: config.AUDIT_TABLE, ballots },
    ...{ newId, now, idempotency, reader },
  };
  return {
    config,
    now,
    newId,
    /** A secret to give out: it tells nothing, not even the time it was made. */
    newCode: () => randomBytes(20).toString('hex'),
    /** SHA-256, hex. */
    sha256: (text: string | Uint8Array) => createHash('sha256').update(text).digest('hex'),
    annualReports: annualReports(table),
    answers: answers(table),
    applications: applications(table),
    appraisals: appraisals(table),
    assessors: assessors(table),
    assignments: assignments(table),
    audit: audit(table),
    bans: bans(table),
    bonuses: bonuses(table),
    casePages: casePages(table),
    conflicts: conflicts(table),
    correctionRequests: correctionRequests(table),
    cultivations: cultivations(table),
    cycles: cycles(table),
    defenceDays: defenceDays(table),
    digests: digests(table),
    documents: documentStore(table),
    due: due(table),
    duties: duties(table),
    editions: editions(table),
    executions: executionGateway,
    exports: exportStore(table),
    faults: faults(table),
    files: fileGateway,
    filings: filings(table),
    findings: findings(table),
    inspections: inspections(table),
    jurisdictions: jurisdictions(table),
    ledgers: ledgers(table),
    letters: letters(table),
    lists: lists(table),
    locks: lockGateway,
    mail: mailGateway,
    meetings: meetings(table),
    messages: messages(table),
    noticeRemovals: noticeRemovals(table),
    notices: notices(table),
    objections: objections(table),
    people: people(table),
    platforms: platformGateway,
    pledges: pledges(table),
    programmes: programmes(table),
    publications: publications(table),
    pushes: pushes(table),
    resolutions: resolutions(table),
    reviews: reviews(table),
    revocations: revocations(table),
    submissions: submissions(table),
    ties: ties(table),
    underWay: underWay(table),
    waits: waits(table),
    winnerEntries: winnerEntries(table),
    winnerImports: winnerImports(table),
    winners: winners(table),
  };
}
export type Deps = ReturnType<typeof createDeps>;
