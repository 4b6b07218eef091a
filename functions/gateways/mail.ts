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

/** Mail by SMTP to any server: China has no SES. */
export const mailer = (url: string | undefined, from: string | undefined) => {
  if (!url || !from)
    return {
      send: (_: Mail): Promise<Mailed> => Promise.reject(new Error('this function was not given a mail server')),
    };
  // API Gateway and the stream's patience end after 30 s; the mail server gets 8.
  const transport = createTransport(url, { connectionTimeout: 8_000, socketTimeout: 8_000 } as never);
  return {
    async send({ to, subject, text, messageId }: Mail): Promise<Mailed> {
      if (!to.address) return 'undeliverable';
      try {
        await transport.sendMail({ from, to, subject, text, messageId: `<${messageId}@quality-award>` });
        return 'sent';
      } catch (error) {
        const mailed = answered(error as SmtpError);
        if (mailed) return mailed;
        throw error;
      }
    },
  };
};
