import * as z from 'zod';
import { systemActor } from '#domain/actor';
import { canonical } from '#domain/audit/event';
import { rules } from '#domain/cycle/rules';
import type { AppraisalEntry } from '#domain/retention/appraisal';
import { carriedOut } from '#domain/retention/dispose';
import { folders } from '#domain/retention/folders';
import { keptUntil } from '#domain/retention/kept-until';
import { step } from '#functions/runtime/step';
import { disposeEntry } from './disposal/dispose-entry.ts';

const input = z.object({ schemaVersion: z.literal(1), recordId: z.string() });

/**
 * Carries out a disposal that two people approved (A29, D13): marks the files, for the store to remove, and writes the
 * disposal record, which is kept for ever.
 */
export const handler = step(input, async ({ input: { recordId }, deps }) => {
  const of = await deps.appraisals.get(recordId);
  if (of.status !== 'approved') return { files: 0 };
  const open = await deps.ties.openCases(of.programmeId);
  const entries: AppraisalEntry[] = [];
  const files = [];
  for (const entry of of.entries) {
    const done = entry.kept ? { entry, files: [] } : await disposeEntry(of, entry, open, deps);
    entries.push(done.entry);
    files.push(...done.files);
  }
  const now = deps.now();
  const { proposal, approval, appraisalId, cycleId, programmeId } = of;
  const text = canonical({ appraisalId, programmeId, cycleId, proposal, approval, at: now, files });
  const key = `${folders.disposals(programmeId)}/${appraisalId}.json`;
  // Locked from today as any file that is filed today, and on hold for ever.
  const { retentionYears } = cycleId ? (await deps.cycles.get(cycleId)).rules : rules.parse({});
  await deps.files.keepText(key, text, keptUntil(now, { retentionYears }), 'forever');
  const record = { key, sha256: deps.sha256(text), files: files.length, at: now };
  await deps.appraisals.save(carriedOut(of, entries, record, { actor: systemActor, now }));
  return { files: files.length };
});
