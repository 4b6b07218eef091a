import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { startAmazonTables, type Tables } from './amazon/amazon-tables.ts';
import { createClock, type MovableClock } from './clock.ts';
import { createClosing } from './closing.ts';
import type { Handles } from './control.ts';
import { createDynamoDb, type DynamoDb, type TemplateTable } from './dynamodb/dynamodb.ts';
import { frontDoor } from './front-door.ts';
import { createHttpApi } from './http-api/http-api.ts';
import { keptKeys } from './identity/access-keys.ts';
import { createAuthority, type LocalAuthority } from './identity/authority.ts';
import type { CallCount } from './identity/usage.ts';
import { jsonHttpServer } from './json-services.ts';
import { createMachinery, type Machinery } from './machinery.ts';
import { startMail, type MailServer } from './mail/mail-server.ts';
import { claimData } from './own-data.ts';
import { onlyOwnHost } from './own-host.ts';
import { close, explainTaken, listen, portsFrom, type Ports } from './ports.ts';
import { introduce } from './principals.ts';
import { tableOf } from './provision.ts';
import { createPlatforms, type Platforms } from './platforms/platforms.ts';
import { requireServiceGrants } from './service-grants.ts';
import type { SamplePerson } from './sign-in/person.ts';
import { startSignIn } from './sign-in/start-sign-in.ts';
import type { CloudModel } from './template/model.ts';
import { platformKey, secrets } from './secrets.ts';
import { readTemplate } from './template/read.ts';
import { TemplateRefused } from './template/refusals.ts';

export interface CloudOptions {
  /** Everything that is kept. */
  readonly dir: string;
  /** The first of five ports. */
  readonly port: number;
  /** Where `cdk synth` wrote its output. */
  readonly assembly: string;
  /** Amazon's own DynamoDB Local instead of ours, on the port after the five. */
  readonly dynamodb?: 'amazon';
  /** Who can sign in. */
  readonly people: readonly SamplePerson[];
  /** Pages besides the clock's. */
  readonly pages?: (cloud: Cloud) => readonly Handles[];
}

/** A running local cloud. */
export interface Cloud extends Omit<Machinery, 'start' | 'halt'> {
  readonly url: string;
  readonly ports: Ports;
  readonly issuer: string;
  readonly clientId: string;
  readonly audience: string;
  /** Where signing in comes back to, of the portal and of scripts. */
  readonly redirectUri: string;
  readonly dir: string;
  readonly clock: MovableClock;
  readonly model: CloudModel;
  readonly authority: LocalAuthority;
  readonly mail: MailServer;
  /** The city's two platforms: what they took, and how they are to fail next. */
  readonly platforms: Platforms;
  /** Calls of AWS operations by function since the start or the last `forgetCalls`. */
  calls(): CallCount[];
  forgetCalls(): void;
  /** Ends within two seconds; what was under way goes on at the next start. */
  stop(): Promise<void>;
}

/**
 * Boots everything that the assembly asks for. Throws TemplateRefused for what it cannot do, PortTaken, DataInUse;
 * whatever was started by then is ended.
 */
export async function startCloud(options: CloudOptions): Promise<Cloud> {
  const closing = createClosing();
  try {
    return await boot(options, closing);
  } catch (error) {
    await closing.close();
    throw error;
  }
}

async function boot(options: CloudOptions, closing: ReturnType<typeof createClosing>): Promise<Cloud> {
  const { dir, port, assembly } = options;
  const ports = portsFrom(port);
  const url = addressOf(ports.web);
  const data = claimData(dir);
  closing.add(() => data.release());
  const references = secrets(dir);
  const model = readTemplate(assembly, { origin: url, references });
  const clock = createClock({ file: join(dir, 'clock.json') });
  const authority = createAuthority(model.place);
  const principals = introduce(model, authority, keptKeys(join(dir, 'access-keys.seed')));
  requireServiceGrants(model, principals, authority);
  const endpoints = { json: addressOf(ports.json), s3: addressOf(ports.s3) };
  const tables = model.tables.map(tableOf);
  const dynamodb =
    options.dynamodb === 'amazon'
      ? await startAmazonTables({ port: ports.amazon, dir, authority, place: model.place, tables })
      : ownTables(createDynamoDb({ ...model.place, file: join(dir, 'dynamodb.sqlite'), clock, authority }), tables);
  closing.add(() => dynamodb.close());
  const { start, halt, ...machinery } = createMachinery({
    model,
    dir,
    clock,
    authority,
    principals,
    endpoints,
    dynamodb,
    closing,
  });
  const { states, s3, invoke } = machinery;

  const serve = async (server: Server, at: number, what: string) => {
    closing.add(() => close(server));
    await listen(server, at, what);
  };
  await serve(jsonHttpServer([dynamodb.service, states.service], authority), ports.json, 'DynamoDB, Step Functions');
  await serve(createServer(s3.handle), ports.s3, 'S3');
  const mail = await startMail({ port: ports.smtp, file: join(dir, 'mail.sqlite'), clock }).catch((error: unknown) =>
    explainTaken(error, ports.smtp, 'SMTP'),
  );
  closing.add(() => mail.stop());
  const keyOf = (platform: 'credit' | 'supervision') => references[platformKey(platform)] ?? '';
  const platforms = createPlatforms({
    ...{ file: join(dir, 'platforms.sqlite'), clock, seed: 'kunming' },
    keys: { credit: keyOf('credit'), supervision: keyOf('supervision') },
  });
  closing.add(() => platforms.close());
  const { issuer, audience, redirectUri } = signInOf(model, url, ports);
  const signIn = await startSignIn({
    ...{ port: ports.signIn, dir: join(dir, 'sign-in'), people: options.people, audience },
    clients: [{ clientId, redirectUris: [redirectUri, `${url}/signed-in`, `${url}/api/docs/oauth2-redirect.html`] }],
  }).catch((error: unknown) => explainTaken(error, ports.signIn, 'sign-in'));
  closing.add(() => signIn.stop());

  const cloud: Cloud = {
    ...machinery,
    ...{ url, ports, issuer, clientId, audience, redirectUri, dir, clock, model, authority, mail, platforms },
    calls: authority.calls,
    forgetCalls: authority.reset,
    stop: closing.close,
  };
  const api = model.api && createHttpApi({ api: model.api, account: model.place.account, invoke });
  const door = onlyOwnHost(frontDoor(clock, [platforms.handles, ...(options.pages?.(cloud) ?? [])], api));
  await serve(createServer(door), ports.web, 'API');
  closing.add(() => clock.stop());
  closing.add(halt);
  start();
  clock.start();
  return cloud;
}

/** Our own DynamoDB is never busy: it answers when a write is done. */
function ownTables(dynamodb: DynamoDb, tables: readonly TemplateTable[]): Tables {
  tables.forEach((table) => dynamodb.createTable(table));
  return { ...dynamodb, busy: { name: 'dynamodb', isBusy: () => false } };
}

const clientId = 'portal';

/** The template names its issuer; it must be the one that runs here, or nobody could sign in. */
function signInOf({ api }: CloudModel, url: string, ports: Ports) {
  const issuer = addressOf(ports.signIn);
  const authorizers = (api?.routes ?? []).flatMap(({ authorizer }) => authorizer ?? []);
  const other = authorizers.find((authorizer) => authorizer.issuer !== issuer);
  if (other) {
    throw new TemplateRefused([
      `the template's issuer is ${other.issuer}, the sign-in here is ${issuer}: synthesize for this port`,
    ]);
  }
  return { issuer, audience: authorizers[0]?.audience[0] ?? 'local', redirectUri: `${url}/` };
}

const addressOf = (port: number): string => `http://127.0.0.1:${port}`;
