import * as z from 'zod';
import { exportView } from '#domain/export/export';
import { pageOf, pageQuery, route } from '../route.ts';

const exportId = z.object({ exportId: z.string().max(60) });

/** Dossiers, and the register of everything that was exported (A29, PIPL). */
export const dossierRoutes = {
  requestDossier: route({
    method: 'POST',
    path: '/applications/{applicationId}/dossiers',
    idea: 'dossier',
    summary: {
      zh: '申请导出案卷(ZIP):评审办和审计得全卷,申报主体得本人提交和可知的部分',
      en: 'Ask for the dossier as a ZIP: office and auditors get the whole, the applicant what is theirs',
    },
    articles: ['A29'],
    who: 'registered',
    params: z.object({ applicationId: z.string() }),
    body: z.object({ purpose: z.string().trim().min(1).max(500).describe('What for; it stands in the register') }),
    answer: exportView,
    status: 202,
  }),
  showExport: route({
    method: 'GET',
    path: '/exports/{exportId}',
    idea: 'dossier',
    summary: { zh: '查看一次导出', en: 'An export, and whether it is ready' },
    articles: ['A29'],
    who: 'registered',
    params: exportId,
    answer: exportView,
  }),
  downloadDossier: route({
    method: 'POST',
    path: '/exports/{exportId}/downloads',
    idea: 'dossier',
    summary: { zh: '下载案卷(登记下载人)', en: 'Download a dossier; who does is entered' },
    articles: ['A29'],
    who: 'registered',
    params: exportId,
    answer: z.object({ url: z.string(), name: z.string(), sha256: z.string(), manifestSha256: z.string() }),
  }),
  listExports: route({
    method: 'GET',
    path: '/programmes/{programmeId}/exports',
    idea: 'dossier',
    summary: { zh: '导出登记簿', en: 'The register of exports' },
    articles: ['A29'],
    who: ['office', 'auditor'],
    params: z.object({ programmeId: z.string() }),
    query: pageQuery,
    answer: pageOf(exportView),
  }),
} as const;
