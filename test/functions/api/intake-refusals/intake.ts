import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { ListObjectsV2Command, PutObjectCommand } from '@aws-sdk/client-s3';
import { marshall } from '@aws-sdk/util-dynamodb';
import type { Application } from '#domain/application/application';
import type { Cycle } from '#domain/cycle/cycle';
import type { Document } from '#domain/document/document';
import type { Objection } from '#domain/objection/objection';
import type { Notice } from '#domain/public-notice/notice';
import type { Outcome } from '#domain/record';
import { newHead } from '#domain/record';
import type { RefusalCode } from '#domain/refusals';
import type { Resolution, ResolutionKind } from '#domain/resolution/resolution';
import { environment as env } from '#functions/names';
import type { RouteName } from '#functions/api/routes';
import { anApplication, at, programmeId } from '#test/build/an-application';
import { aProgramme, aResolution } from '#test/build/cycle';
import { aCycle, calendars } from '#test/build/eligibility';
import { aNotice, anObjection } from '#test/build/notice';
import { aDecision } from '#test/build/revocation';
import { anApi, idOf } from '#test/functions/api/api';
import type { Given } from '#test/functions/api/api';
import { LocalS3, locking, plain } from '#test/local/s3/local-s3';

/** When the requests are made unless a row says otherwise: applications are open, from 1 February to 31 March 2027. */
export const now = '2027-03-01T01:00:00.000Z';

/** A request that is to be refused. */
export interface Attempt extends Given {
  readonly by: string;
  readonly route: RouteName;
  /** The award's time of the request. */
  readonly at?: string;
}

/** One way to be refused: the situation, the request in it, and what is answered. */
export interface Row {
  readonly code: RefusalCode;
  readonly status: number;
  readonly article: string | undefined;
  readonly when: string;
  readonly attempt: (intake: Intake) => Promise<Attempt> | Attempt;
}

export const row = (
  code: RefusalCode,
  status: number,
  article: string | undefined,
  when: string,
  attempt: Row['attempt'],
): Row => ({ code, status, article, when, attempt });

/** Who signs the papers of the arrangements. */
const system = at({ personId: 'system', name: '系统', grants: [] }, now);

/** What a PDF of the tests holds. */
const pdf = '%PDF-1.7 intake';

/** A programme with its people, an open cycle `cyc_1`, and the API in front of it; every row arranges its own records. */
export async function anIntake() {
  const local = await new LocalS3().start(plain('staging'), locking('records'));
  local.authority.principal = () => ({ accessKeyId: 'AKIDTEST', secretAccessKey: 'secret', name: 'api' });
  Object.assign(process.env, {
    [env.stagingBucket]: 'staging',
    [env.recordsBucket]: 'records',
    AWS_ENDPOINT_URL_S3: local.url,
  });
  const s3 = local.client('AKIDTEST', { credentials: { accessKeyId: 'AKIDTEST', secretAccessKey: 'secret' } });
  const api = await anApi(now);
  const deps = api.deps();

  await api.enrol('office', { role: 'office' });
  await api.enrol('office-2', { role: 'office' });
  await api.enrol('admin', { role: 'administrator', programmeId: '*' });
  await api.enrol('wuhua', { role: 'recommendingBody', jurisdiction: '五华区' });
  await api.enrol(
    'two-areas',
    { role: 'recommendingBody', jurisdiction: '盘龙区' },
    { role: 'recommendingBody', jurisdiction: '官渡区' },
  );
  await api.enrol('tax', { role: 'department', departmentCode: 'tax' });
  await api.enrol(
    'two-departments',
    { role: 'department', departmentCode: 'tax' },
    { role: 'department', departmentCode: 'environment' },
  );
  await api.enrol('member', { role: 'committeeMember' });
  await api.enrol('registrar', { role: 'registrar' });
  await api.enrol('clerk', { role: 'office' });
  await api.enrol('owner');
  await api.enrol('drafter');
  await api.enrol('colleague');

  let made = 0;
  const nextId = (prefix: string) => `${prefix}_r${(made += 1)}`;
  const arranged = <T>(next: T): Outcome<T> => ({ ...system, next, events: [{ type: 'arranged' }] });

  await deps.programmes.save(arranged(aProgramme({ calendars: calendars.map((c) => ({ ...c, revision: 1 })) })));
  await deps.cycles.save(arranged(aCycle()));

  const intake = {
    ...api,
    deps,
    s3,
    nextId,
    arranged,
    /** Puts an item where the store would. */
    item: (item: Record<string, unknown>) =>
      api.served.client.send(new PutItemCommand({ TableName: 'core', Item: marshall(item) })),
    /** An application of `owner` unless said otherwise, under an id of its own. */
    async application(of: Partial<Application> = {}, sub = 'owner'): Promise<string> {
      const applicationId = nextId('app');
      const next = { ...anApplication(of), applicationId, ownerId: idOf(sub), version: 0 };
      await deps.applications.save(arranged(next));
      return applicationId;
    },
    async cycle(of: Partial<Cycle> = {}): Promise<string> {
      const cycleId = nextId('cyc');
      await deps.cycles.save(arranged({ ...aCycle(), ...of, cycleId, version: 0 }));
      return cycleId;
    },
    async resolution(kind: ResolutionKind, of: Partial<Resolution> = {}): Promise<string> {
      const resolutionId = nextId('res');
      await deps.resolutions.save(arranged(aResolution(kind, { ...of, resolutionId })));
      return resolutionId;
    },
    /** A file that lies in staging, or did; of an application unless it has another parent. */
    async document(parent: string, of: Partial<Document> = {}, { isGone = false } = {}): Promise<string> {
      const documentId = `${parent.replace(':', '~')}~${nextId('doc')}`;
      if (!isGone) await s3.send(new PutObjectCommand({ Bucket: 'staging', Key: documentId, Body: pdf }));
      const next = { ...aDecision({ kind: 'evidence', ownerId: idOf('owner'), ...of }), documentId, parent };
      await deps.documents.save(arranged({ ...next, stagingKey: documentId, version: 0 }));
      return documentId;
    },
    /** A paper that a party of the process brought. */
    paper: (sub: string, of: Partial<Document> = {}, where: { isGone?: boolean } = {}): Promise<string> =>
      intake.document(`programme:${programmeId}~${idOf(sub)}`, { ownerId: idOf(sub), ...of }, where),
    /** A notice, and the list that carried it to its applications. */
    async notice(of: Partial<Notice> = {}): Promise<string> {
      const noticeId = nextId('ntc');
      const listId = nextId('lst');
      const list = { ...newHead(programmeId), listId, cycleId: 'cyc_1', kind: 'eligibilityNotice' as const };
      await deps.lists.save(arranged({ ...list, at: now, by: 'office', entries: [], facts: {} }));
      await deps.notices.save(arranged({ ...aNotice(), ...of, noticeId, listId, version: 0 }));
      return noticeId;
    },
    /** An objection to an application, given to `office-2` to verify. */
    async objection(of: Partial<Objection> = {}): Promise<string> {
      const objectionId = nextId('obj');
      const investigator = { personId: idOf('office-2'), name: '核', by: idOf('office'), at: now };
      await deps.objections.save(arranged({ ...anObjection({ investigator, ...of }), objectionId, version: 0 }));
      return objectionId;
    },
    /** What of an application lies in the records. */
    async kept(applicationId: string): Promise<string[]> {
      const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket: 'records' }));
      return Contents.flatMap(({ Key = '' }) => (Key.includes(`/${applicationId}/`) ? [Key] : []));
    },
    async end(): Promise<void> {
      await api.stop();
      await local.remove();
    },
  };
  return intake;
}
export type Intake = Awaited<ReturnType<typeof anIntake>>;
