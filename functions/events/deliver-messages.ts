import type { AuditEvent } from '#domain/audit/event';
import type { InAppMessage, Message } from '#domain/notification/message';
import { messageRules } from '#domain/notification/messages';
import type { Deps } from '#functions/runtime/deps';
import { auditStream } from '#functions/runtime/event';
import type { Reader } from './messages/readers.ts';
import { readersOf } from './messages/readers.ts';

const textFor = ({ zh, en }: Message, language: 'zh-CN' | 'en') => {
  const [first, second] = language === 'en' ? [en, zh] : [zh, en];
  return { subject: `${first.subject} / ${second.subject}`, text: `${first.text}\n\n${second.text}` };
};

/** In-app message first, mail second; a crash between the two sends the mail on the next try, under the same id. */
async function tell(reader: Reader, message: Message, messageId: string, happened: AuditEvent, deps: Deps) {
  const written = textFor(message, reader.language);
  const inApp: InAppMessage | undefined = reader.personId
    ? {
        messageId,
        personId: reader.personId,
        programmeId: happened.programmeId,
        at: happened.at,
        about: { recordType: happened.recordType, recordId: happened.recordId },
        ...written,
      }
    : undefined;
  if (inApp && !(await deps.messages.deliver(inApp))) return;
  await deps.mail.send({ to: { name: reader.name, address: reader.email }, ...written, messageId });
  if (inApp) await deps.messages.markMailed(inApp, deps.now());
}

export const handler = auditStream(async ({ happened, deps }) => {
  const rule = messageRules[happened.type];
  if (!rule) return;
  const application =
    happened.recordType === 'application' ? await deps.applications.find(happened.recordId) : undefined;
  for (const [index, message] of rule(happened, application).entries())
    for (const reader of await readersOf(message.to, happened.programmeId, deps))
      await tell(reader, message, `${happened.eventId}-${index}`, happened, deps);
});
