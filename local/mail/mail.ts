import type { Millis } from '../contracts.ts';

/** A mail as it was received. */
export interface Mail {
  readonly id: number;
  /** Award time. */
  readonly receivedAt: Millis;
  /** The sender's address in the envelope. */
  readonly from: string;
  /** All recipients in the envelope, blind copies included. */
  readonly to: readonly string[];
  readonly subject: string;
  /** The same mail sent twice carries the same; empty when it has none. */
  readonly messageId: string;
  readonly text: string;
  readonly html: string | undefined;
  readonly attachments: readonly string[];
}

/** Which mails to show; what is absent does not restrict. */
export interface MailFilter {
  /** One recipient's address, whatever its case. */
  readonly to?: string;
  /** A part of the subject. */
  readonly subject?: string;
  /** Award time: received then or later. */
  readonly since?: Millis;
  /** The newest so many; 200 when absent. */
  readonly limit?: number;
}
