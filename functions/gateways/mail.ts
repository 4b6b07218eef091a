import { createTransport } from 'nodemailer';

/** A mail to one reader. */
export interface Mail {
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
  /** The same mail sent twice carries the same id, so that a mail server or reader can drop the second. */
  readonly messageId: string;
}

/**
 * How a mail fared. Undeliverable: the address is none, or refused for good; trying again helps nobody. Postponed: the
 * server took part and did not want this mail now; the next one may still go out.
 */
export type Mailed = 'sent' | 'undeliverable' | 'postponed';

/** What nodemailer says of a mail that did not go out. */
interface SmtpError {
  readonly code?: string;
  readonly command?: string;
  readonly responseCode?: number;
}

/** What became of a mail by the server's answer to it; undefined when the server cannot be reached or talked to. */
const answered = ({ code, command, responseCode }: SmtpError): Mailed | undefined => {
  if (code === 'EENVELOPE' && (command === 'API' || (command === 'RCPT TO' && (responseCode ?? 0) >= 500)))
    return 'undeliverable';
  return code === 'EENVELOPE' || code === 'EMESSAGE' ? 'postponed' : undefined;
};

/** Real time that a connection may rest and is used again: a function that was frozen longer may wake to a dead one. */
const restMs = 10_000;

interface Postman {
  /** The machine's clock, in milliseconds. */
  readonly machineNow: () => number;
  /** API Gateway and the stream's patience end after 30 s; the mail server gets 8. */
  readonly patienceMs?: number;
}

/** Mail by SMTP to any server: China has no SES. Mails that follow one another go over one connection. */
export const mailer = (
  url: string | undefined,
  from: string | undefined,
  { machineNow, patienceMs = 8_000 }: Postman,
) => {
  if (!url || !from)
    return {
      send: (_: Mail): Promise<Mailed> => Promise.reject(new Error('this function was not given a mail server')),
    };
  const timeouts = { connectionTimeout: patienceMs, greetingTimeout: patienceMs, socketTimeout: patienceMs };
  const connect = () => createTransport({ url, pool: true, maxConnections: 1, maxRequeues: 1, ...timeouts });
  let transport: ReturnType<typeof connect> | undefined;
  let usedAt = 0;
  const connected = () => {
    const now = machineNow();
    if (now - usedAt > restMs) {
      transport?.close();
      transport = undefined;
    }
    usedAt = now;
    return (transport ??= connect());
  };
  return {
    async send({ to, subject, text, messageId }: Mail): Promise<Mailed> {
      if (!to.address) return 'undeliverable';
      try {
        await connected().sendMail({ from, to, subject, text, messageId: `<${messageId}@quality-award>` });
        return 'sent';
      } catch (error) {
        const mailed = answered(error as SmtpError);
        if (mailed) return mailed;
        throw error;
      }
    },
  };
};
