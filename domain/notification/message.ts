import * as z from 'zod';
import type { Role } from '../actor.ts';
import type { Application } from '../application/application.ts';
import type { AuditEvent } from '../audit/event.ts';

/** Whom a message goes to. An objector has no account, and is written to as the objection says. */
export type Audience =
  | { readonly personId: string }
  | { readonly role: Role }
  | { readonly departmentCode: string }
  | { readonly jurisdiction: string }
  | { readonly objectorOf: string };

/** The same in both languages. */
export interface Sentence {
  readonly zh: string;
  readonly en: string;
}

/** A line of a message about one case: whoever has a conflict with the case gets the message without it. */
export interface Line extends Sentence {
  readonly applicationId: string;
}

/** A message in both languages; each reader gets their own first. Plain text, no personal data but the reader's own. */
export interface Message {
  readonly to: Audience;
  readonly zh: { readonly subject: string; readonly text: string };
  readonly en: { readonly subject: string; readonly text: string };
  /** What it lists; a reader for whom none of it remains gets no message. */
  readonly lines?: readonly Line[];
}

/** The messages an event leads to. `application` is the record the event belongs to, when it is one. */
export type MessageRule = (happened: AuditEvent, application: Application | undefined) => readonly Message[];
export type MessageRules = Readonly<Record<string, MessageRule>>;

/** An in-app message (站内信) as its reader finds it. */
export const inAppMessage = z.object({
  messageId: z.string(),
  personId: z.string(),
  programmeId: z.string(),
  at: z.iso.datetime(),
  subject: z.string(),
  text: z.string(),
  about: z.object({
    recordType: z.string(),
    recordId: z.string(),
    applicationId: z
      .string()
      .optional()
      .describe('The case it is about: a conflict found later closes the message too'),
  }),
  readAt: z.iso.datetime().optional(),
});
export type InAppMessage = z.infer<typeof inAppMessage>;
