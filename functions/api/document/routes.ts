import * as z from 'zod';
import { declaration, documentView } from '#domain/document/document';
import { route } from '../route.ts';

const applicationId = z.object({ applicationId: z.string() });
const documentId = z.object({ documentId: z.string() });

/** Where and how to upload a declared file: one PUT with exactly these headers, within ten minutes. */
const upload = z.object({
  document: documentView,
  url: z.string(),
  headers: z.record(z.string(), z.string()),
  expiresInSeconds: z.int(),
});

/** Files: declared, uploaded by presigned URL, downloaded. */
export const documentRoutes = {
  addDocument: route({
    method: 'POST',
    path: '/applications/{applicationId}/documents',
    idea: 'document',
    summary: { zh: '登记申报材料并取得上传地址', en: "Declare one of an application's files and get its upload URL" },
    articles: ['A16', 'A29'],
    who: 'registered',
    params: applicationId,
    body: declaration,
    answer: upload,
    status: 201,
  }),
  listDocuments: route({
    method: 'GET',
    path: '/applications/{applicationId}/documents',
    idea: 'document',
    summary: { zh: '申报材料清单', en: 'The files of an application' },
    who: 'registered',
    params: applicationId,
    answer: z.object({ items: z.array(documentView) }),
  }),
  addOnSiteEvidence: route({
    method: 'POST',
    path: '/applications/{applicationId}/on-site/evidence',
    idea: 'document',
    summary: {
      zh: '登记现场评审佐证(含照片)并取得上传地址',
      en: 'Declare evidence of a visit, photos too, and get its upload URL',
    },
    articles: ['A19', 'A29'],
    who: ['assessor'],
    params: applicationId,
    body: declaration.omit({ kind: true, replaces: true }),
    answer: upload,
    status: 201,
  }),
  addPaper: route({
    method: 'POST',
    path: '/programmes/{programmeId}/documents',
    idea: 'document',
    summary: {
      zh: '登记公文并取得上传地址',
      en: 'Declare a paper of the process (a decision, an answer) and get its upload URL',
    },
    who: ['office', 'recommendingBody', 'department', 'assessor', 'committeeMember', 'registrar'],
    params: z.object({ programmeId: z.string() }),
    body: declaration,
    answer: upload,
    status: 201,
  }),
  showDocument: route({
    method: 'GET',
    path: '/documents/{documentId}',
    idea: 'document',
    summary: { zh: '文件状态', en: 'A file and whether it passed its check' },
    who: 'registered',
    params: documentId,
    answer: documentView,
  }),
  downloadDocument: route({
    method: 'GET',
    path: '/documents/{documentId}/download',
    idea: 'document',
    summary: { zh: '取得下载地址', en: 'A URL to download a file, good for ten minutes' },
    who: 'registered',
    params: documentId,
    answer: z.object({ url: z.string(), name: z.string(), sha256: z.string() }),
  }),
  markDocument: route({
    method: 'PUT',
    path: '/documents/{documentId}/confidentiality',
    idea: 'document',
    summary: {
      zh: '标记或取消涉密(商业秘密);评审各方打开标记文件均留痕',
      en: 'Mark a file as confidential, or no longer; whoever opens a marked one is noted',
    },
    who: 'registered',
    params: documentId,
    body: z.object({ confidential: z.boolean() }),
    answer: documentView,
  }),
  removeDocument: route({
    method: 'DELETE',
    path: '/documents/{documentId}',
    idea: 'document',
    summary: { zh: '删除未提交的材料', en: 'Take back a file that was not handed in' },
    articles: ['A29'],
    who: 'registered',
    params: documentId,
    answer: documentView,
  }),
} as const;
