import * as z from 'zod';
import { inAppMessage } from '#domain/notification/message';
import { pageOf, pageQuery, route } from '../route.ts';

const view = inAppMessage
  .omit({ personId: true })
  .extend({ about: inAppMessage.shape.about.omit({ applicationId: true }) });

/** In-app messages (站内信) and duties. */
export const messageRoutes = {
  listMessages: route({
    method: 'GET',
    path: '/me/messages',
    idea: 'message',
    summary: { zh: '站内信', en: 'My in-app messages, newest first' },
    who: 'registered',
    query: pageQuery,
    answer: pageOf(view),
  }),
  readMessage: route({
    method: 'POST',
    path: '/me/messages/{messageId}/read',
    idea: 'message',
    summary: { zh: '标为已读', en: 'Mark a message as read' },
    who: 'registered',
    params: z.object({ messageId: z.string().max(100) }),
    answer: z.object({ readAt: z.string() }),
  }),
} as const;
