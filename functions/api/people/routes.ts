import * as z from 'zod';
import { roles } from '#domain/actor';
import { personView } from '#domain/programme/person';
import { pageOf, pageQuery, route } from '../route.ts';

const personId = z.object({ personId: z.string() });

/** People: who one is, registration, and the roles an administrator grants and ends. */
export const peopleRoutes = {
  showMe: route({
    method: 'GET',
    path: '/me',
    idea: 'people',
    summary: { zh: '我的身份与角色', en: 'Who I am and what roles I hold' },
    who: 'signedIn',
    answer: z.object({ registered: z.boolean(), person: personView.optional(), name: z.string(), email: z.string() }),
  }),
  register: route({
    method: 'POST',
    path: '/me/registration',
    idea: 'people',
    summary: { zh: '注册(首次登录)', en: 'Register, on first sign-in' },
    who: 'signedIn',
    body: z.object({
      name: z.string().trim().min(1).max(100),
      phone: z.string().trim().max(30).optional(),
      language: z.enum(['zh-CN', 'en']).default('zh-CN'),
      consent: z.literal(true).describe('同意个人信息处理告知 / consent to the privacy notice (PIPL)'),
    }),
    answer: personView,
    status: 201,
  }),
  listPeople: route({
    method: 'GET',
    path: '/people',
    idea: 'people',
    summary: { zh: '人员列表', en: 'Registered people' },
    who: ['administrator', 'office', 'auditor'],
    query: pageQuery,
    answer: pageOf(personView),
  }),
  grantRole: route({
    method: 'POST',
    path: '/people/{personId}/grants',
    idea: 'people',
    summary: { zh: '授予角色、席位或管辖', en: 'Grant a role, seat or jurisdiction' },
    articles: ['A7', 'A8', 'A9', 'A10'],
    who: ['administrator'],
    params: personId,
    body: z.object({
      programmeId: z.string(),
      role: z.enum(roles),
      jurisdiction: z.string().trim().min(1).max(100).optional(),
      departmentCode: z.string().trim().min(1).max(50).optional(),
    }),
    answer: personView,
    status: 201,
  }),
  endGrant: route({
    method: 'POST',
    path: '/people/{personId}/grants/{grantId}/end',
    idea: 'people',
    summary: { zh: '终止授权', en: 'End a grant' },
    who: ['administrator'],
    params: personId.extend({ grantId: z.string() }),
    body: z.object({ reason: z.string().trim().min(1).max(500) }),
    answer: personView,
  }),
} as const;
