import type { MessageRules } from '../notification/message.ts';

/** Whom the events of this idea are told to, and how. */
export const postAwardMessages: MessageRules = {};
