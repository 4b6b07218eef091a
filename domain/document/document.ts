import * as z from 'zod';
import { recordHead } from '../record.ts';

/** What files may be handed in as: an application's materials, and the papers of the other parties. */
export const documentKinds = [
  'applicationForm',
  'organisationalProfile',
  'selfAssessment',
  'evidence',
  'creditUndertaking',
  'identity',
  'workHistory',
  'employerOpinion',
  'recommendation',
  'consultationAnswer',
  'objectionEvidence',
  'onSiteEvidence',
  'minutes',
  'governmentDecision',
  'resolution',
  'revocationEvidence',
  'annualReport',
  'inspectionEvidence',
  'other',
] as const;

/** What files are taken in. */
export const formatNames = ['application/pdf', 'application/ofd', 'image/jpeg', 'image/png'] as const;
export type Format = (typeof formatNames)[number];

/** A file: declared, uploaded by presigned URL, checked on arrival. */
export const document = z.object({
  ...recordHead,
  /** `<parent>/<id>`: the parent is part of the key, so that a parent's files are one consistent query. */
  documentId: z.string(),
  parent: z.string().describe('`application:<id>`, `on-site:<application>`, `revocation:<id>` or `programme:<id>`'),
  ownerId: z.string(),
  kind: z.enum(documentKinds),
  name: z.string(),
  format: z.enum(formatNames),
  size: z.int().positive(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  confidential: z.boolean(),
  status: z.enum(['awaited', 'checked', 'rejected', 'removed']),
  problem: z.string().optional().describe('Why it was rejected'),
  stagingKey: z.string(),
  replaces: z.string().optional().describe('The file that goes when this one has passed its check'),
  kept: z
    .object({ key: z.string(), versionId: z.string().optional() })
    .optional()
    .describe('Where it lies in the records: taken over from a withdrawn application, or a paper that was decided on'),
});
export type Document = z.infer<typeof document>;

/** What the parties of a file may know of it. */
export const documentView = document.pick({
  documentId: true,
  kind: true,
  name: true,
  format: true,
  size: true,
  sha256: true,
  confidential: true,
  status: true,
  problem: true,
});

/** What is declared before an upload: the presigned URL is good for exactly this file. */
export const declaration = z.object({
  kind: z.enum(documentKinds),
  name: z
    .string()
    .trim()
    .min(1)
    .max(200)
    .regex(/^[^/\\\u0000-\u001f]+$/, '文件名含有不允许的字符 / the name has characters that are not allowed'),
  format: z.enum(formatNames, '只接受 PDF、OFD、JPG、PNG / PDF, OFD, JPG and PNG only'),
  size: z.int().positive(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/, 'SHA-256,64 位小写十六进制 / 64 lower-case hex digits'),
  confidential: z.boolean().default(false),
  replaces: z.string().max(300).optional().describe('A file that this one takes the place of once it is checked'),
});
