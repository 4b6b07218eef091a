import * as z from 'zod';
import { recordHead } from '../record.ts';

/** What a member of the team found on one planned item: a record of its own, so that a phone saves and loads little. */
export const finding = z.object({
  ...recordHead,
  findingId: z.string().describe('`<applicationId>~<code>~<personId>`'),
  applicationId: z.string(),
  code: z.string(),
  personId: z.string(),
  verdict: z.enum(['confirmed', 'partly', 'notConfirmed']),
  text: z.string(),
  evidence: z.array(z.string()).describe('Files, photos too'),
  at: z.iso.datetime(),
});
export type Finding = z.infer<typeof finding>;

/** What a member of the team enters. */
export const findingEntry = finding.pick({ verdict: true }).extend({
  text: z.string().trim().min(1).max(4000),
  evidence: z.array(z.string()).max(20).default([]),
});
