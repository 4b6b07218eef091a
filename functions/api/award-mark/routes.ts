import * as z from 'zod';
import { route } from '../route.ts';

const certificateNumber = z.string().max(60);

/** What winners may use: their mark and their certificate (A25). */
export const awardMarkRoutes = {
  downloadMark: route({
    method: 'GET',
    path: '/winners/{certificateNumber}/mark/{format}',
    idea: 'award-mark',
    summary: {
      zh: '下载获奖标识(含奖项和年份):SVG、PNG 或 PDF',
      en: 'The award mark with award and year in it: SVG, PNG or PDF',
    },
    articles: ['A25'],
    who: 'registered',
    params: z.object({ certificateNumber, format: z.enum(['svg', 'png', 'pdf']) }),
    answer: z.string(),
    raw: true,
  }),
  downloadCertificate: route({
    method: 'GET',
    path: '/winners/{certificateNumber}/certificate',
    idea: 'award-mark',
    summary: {
      zh: '下载证书(PDF,附查验二维码)',
      en: 'The certificate as PDF, with a code that leads to its verification',
    },
    articles: ['A22', 'A25'],
    who: 'registered',
    params: z.object({ certificateNumber }),
    answer: z.string(),
    raw: true,
  }),
} as const;
