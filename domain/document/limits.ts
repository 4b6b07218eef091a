import * as z from 'zod';
import type { Document, Format } from './document.ts';
import { formatNames } from './document.ts';
import { refuseUnless } from '../refused.ts';

const megabyte = 1024 * 1024;

/** What one signed upload carries well; more would take one in parts. */
const oneFile = z.int().min(1).max(100);

/** How large files may be and how many, of one application (A16). A megabyte is 1,048,576 bytes. */
export const fileLimits = z
  .object({
    megabytes: z.record(z.enum(formatNames), oneFile).describe('Of one file, by its format'),
    totalMegabytes: z.int().min(10).max(2000).describe('Of all files together'),
    files: z.int().min(10).max(200),
  })
  .refine(
    ({ megabytes, totalMegabytes }) => Math.max(...Object.values(megabytes)) <= totalMegabytes,
    '单个文件的上限不得大于合计上限 / one file cannot be larger than all together',
  );
export type FileLimits = z.infer<typeof fileLimits>;

/** Where a cycle says nothing else, and of files that belong to no application. */
export const usualLimits: FileLimits = {
  megabytes: { 'application/pdf': 50, 'application/ofd': 50, 'image/jpeg': 10, 'image/png': 10 },
  totalMegabytes: 500,
  files: 100,
};

/** The most that one file of the format may have, in bytes. */
export const bytesAtMost = (format: Format, { megabytes }: FileLimits): number => megabytes[format] * megabyte;

/** The most that all files may have together, in bytes. */
export const bytesTogether = ({ totalMegabytes }: FileLimits): number => totalMegabytes * megabyte;

type Sized = Pick<Document, 'format' | 'size'>;

/** Throws `Refused` document.too-large. */
export const refuseIfTooLarge = ({ format, size }: Sized, limits: FileLimits): void =>
  refuseUnless(size <= bytesAtMost(format, limits), 'document.too-large', {
    format,
    limitMb: limits.megabytes[format],
  });

/** Refuses files that are too many or too much together: at their declaration, and once more when they are handed in. */
export function refuseUnlessWithinLimits(files: readonly Sized[], limits: FileLimits): void {
  const total = files.reduce((sum, d) => sum + d.size, 0);
  refuseUnless(total <= bytesTogether(limits), 'document.total-exceeded', { limitMb: limits.totalMegabytes });
  refuseUnless(files.length <= limits.files, 'document.too-many', { limit: limits.files });
}
