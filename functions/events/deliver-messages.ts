import type { AuditEvent } from '#domain/audit/event';
import { isConflicted } from '#domain/conflict/conflict';
import type { InAppMessage, Message } from '#domain/notification/message';
import { messageRules } from '#domain/notification/messages';
import type { Deps } from '#functions/runtime/deps';
import { auditStream } from '#functions/runtime/event';
import { logger } from '#functions/runtime/observe';
import type { Reader } from './messages/readers.ts';
import { readersOf } from './messages/readers.ts';
import { bringsReport, recordInboxDelivery } from './messages/record-delivery.ts';
import { subjectOf } from './messages/subject.ts';

const textFor = (message: Message, language: 'zh-CN' | 'en') => {
  const zh = { ...message.zh, text: message.zh.text + linesOf(message, 'zh') };
  const en = { ...message.en, text: message.en.text + linesOf(message, 'en') };
  const [first, second] = language === 'en' ? [en, zh] : [zh, en];
  return { subject: `${first.subject} / ${second.subject}`, text: `${first.text}\n\n${second.text}` };
};

/** What a letter tells of: the event, and the case that it is about. */
interface Told {
  readonly happened: AuditEvent;
  readonly applicationId: string | undefined;
}

/** One message to one reader: in the inbox, when they have one, and by mail. */
const letterTo = (reader: Reader, message: Message, messageId: string, { happened, applicationId }: Told) => {
  const written = textFor(message, reader.language);
  const inApp: InAppMessage | undefined = reader.personId
    ? {
        messageId,
        personId: reader.personId,
        programmeId: happened.programmeId,
        at: happened.at,
        about: {
          recordType: happened.recordType,
          recordId: happened.recordId,
          ...(applicationId !== undefined && { applicationId }),
        },
        ...written,
      }
    : undefined;
  return { inApp, mail: { to: { name: reader.name, address: reader.email }, ...written, messageId } };
};
type Letter = ReturnType<typeof letterTo>;

/** Mails what was not mailed yet, under the same id on every try; a mail that is not taken does not hold up the others. */
async function mailAll(letters: readonly Letter[], deps: Deps): Promise<void> {
  let postponed = 0;
  for (const { inApp, mail } of letters) {
    const mailed = await deps.mail.send(mail);
    if (mailed === 'undeliverable') logger.warn('mail refused for good', { messageId: mail.messageId });
    if (mailed === 'postponed') postponed += 1;
    else if (inApp) await deps.messages.markMailed(inApp, deps.now());
  }
  if (postponed > 0) throw new Error(`${postponed} of ${letters.length} mails were not taken yet`);
}

/** A message with the lines its reader may know of, or nothing when none is left. */
async function forReader(message: Message, { personId }: Reader, deps: Deps): Promise<Message | undefined> {
  if (!message.lines) return message;
  const closed = personId && 'role' in message.to ? await deps.conflicts.closedTo(personId) : new Set<string>();
  const lines = message.lines.filter(({ applicationId }) => !closed.has(applicationId));
  return lines.length > 0 ? { ...message, lines } : undefined;
}

const linesOf = ({ lines = [] }: Message, language: 'zh' | 'en') =>
  lines.map((line) => `\n· ${line[language]}`).join('');

export const handler = auditStream(async ({ happened, deps }) => {
  const rule = messageRules[happened.type];
  if (!rule) return;
  const subject = await subjectOf(happened, deps);
  const application = happened.recordType === 'application' ? subject : undefined;
  const told = { happened, applicationId: subject?.applicationId };
  const unmailed: Letter[] = [];
  const reached = new Set<string | undefined>();
  // All inboxes first: whoever signs in reads it, whatever becomes of the mail.
  for (const [index, message] of rule(happened, application).entries())
    for (const reader of await readersOf(message.to, happened.programmeId, deps)) {
      // Whoever has a conflict with the case hears nothing of it either.
      if (subject && reader.personId && isConflicted(subject, reader.personId)) continue;
      const written = await forReader(message, reader, deps);
      if (!written) continue;
      const letter = letterTo(reader, written, `${happened.eventId}-${index}`, told);
      if (!letter.inApp || (await deps.messages.deliver(letter.inApp))) unmailed.push(letter);
      reached.add(reader.personId);
    }
  if (application && bringsReport.has(happened.type) && reached.has(application.ownerId))
    await recordInboxDelivery(application.applicationId, deps);
  await mailAll(unmailed, deps);
});
