import * as z from 'zod';
import { route } from '../route.ts';

/** What anyone sees who scans a certificate's code. */
export const verificationRoutes = {
  showVerification: route({
    method: 'GET',
    path: '/certificates/{certificateNumber}/page',
    idea: 'verification',
    summary: { zh: '证书查验页', en: 'Verification of a certificate, as a page to read and print' },
    articles: ['A25', 'A27'],
    who: 'public',
    params: z.object({ certificateNumber: z.string().max(60) }),
    answer: z.string(),
    raw: true,
  }),
} as const;
