import type { AddressInfo } from 'node:net';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import type { SMTPServerDataStream, SMTPServerSession } from 'smtp-server';
import type { AwardClock } from '../contracts.ts';
import type { Mail, MailFilter } from './mail.ts';
import { openMailStore } from './mail-store.ts';

export interface MailOptions {
  /** 0 takes any free port. */
  readonly port: number;
  readonly file: string;
  readonly clock: AwardClock;
}

/** A mail server that delivers nothing and shows everything. */
export interface MailServer {
  readonly port: number;
  /** Newest first. */
  inbox(filter?: MailFilter): Mail[];
  find(id: number): Mail | undefined;
  stop(): Promise<void>;
}

/** Listens on 127.0.0.1 without encryption; takes any user and password, or none. */
export async function startMail({ port, file, clock }: MailOptions): Promise<MailServer> {
  const store = openMailStore(file);

  async function receive(stream: SMTPServerDataStream, { envelope }: SMTPServerSession): Promise<void> {
    const message = await simpleParser(stream);
    store.add({
      receivedAt: clock.now(),
      from: envelope.mailFrom === false ? '' : envelope.mailFrom.address,
      to: envelope.rcptTo.map((recipient) => recipient.address),
      subject: message.subject ?? '',
      messageId: message.messageId ?? '',
      text: message.text ?? '',
      html: message.html === false ? undefined : message.html,
      attachments: message.attachments.map((attachment) => attachment.filename ?? attachment.contentType),
    });
  }

  const server = new SMTPServer({
    authOptional: true,
    allowInsecureAuth: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    onAuth: (auth, _session, done) => done(null, { user: auth.username ?? 'anyone' }),
    onData: (stream, session, done) => {
      receive(stream, session).then(
        () => done(),
        (error: Error) => {
          console.error('A mail could not be kept:', error);
          done(error);
        },
      );
    },
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve());
  });
  // A client that is killed in the middle of a mail is its own trouble.
  server.on('error', () => undefined);

  return {
    port: (server.server.address() as AddressInfo).port,
    inbox: (filter = {}) => store.list(filter),
    find: store.find,
    stop: async () => {
      await new Promise<void>((resolve) => server.close(resolve));
      store.close();
    },
  };
}
