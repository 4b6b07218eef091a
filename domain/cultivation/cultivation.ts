import * as z from 'zod';
import { jurisdictionsOf } from '../actor.ts';
import { isCreditCode, normalised } from '../application/identifiers.ts';
import { dateAt } from '../calendar/civil.ts';
import type { Circumstances, Outcome } from '../record.ts';
import { decided, newHead, recordHead } from '../record.ts';
import { refuseUnless } from '../refused.ts';

/** What a recommending body did to cultivate an organisation of its jurisdiction (A10): what, when, for whom. */
export const cultivation = z.object({
  ...recordHead,
  cultivationId: z.string(),
  jurisdiction: z.string(),
  organisation: z.string(),
  creditCode: z.string().optional(),
  kind: z.enum(['training', 'guidance', 'diagnosis', 'exchange', 'other']).describe('培训、指导、诊断、交流、其他'),
  on: z.iso.date(),
  description: z.string(),
  recordedBy: z.string(),
  recordedAt: z.iso.datetime(),
  annulled: z.object({ reason: z.string(), at: z.iso.datetime(), by: z.string() }).optional(),
});
export type Cultivation = z.infer<typeof cultivation>;

/** What may be known of a record. */
export const cultivationView = cultivation.omit({ version: true, chain: true, recordedBy: true }).extend({
  annulled: z.object({ reason: z.string(), at: z.iso.datetime() }).optional(),
});

/** What a recommending body enters. */
export const newCultivation = z.object({
  jurisdiction: z.string().trim().min(1).max(100),
  organisation: z.string().trim().min(1).max(100),
  creditCode: z
    .string()
    .transform(normalised)
    .refine(isCreditCode, '统一社会信用代码无效 / not a valid unified social credit code')
    .optional(),
  kind: cultivation.shape.kind,
  on: z.iso.date(),
  description: z.string().trim().min(1).max(2000),
});

function refuseUnlessOwn(programmeId: string, jurisdiction: string, { actor }: Circumstances): void {
  const jurisdictions = jurisdictionsOf(actor, programmeId);
  refuseUnless(jurisdictions.includes(jurisdiction), 'cultivation.other-jurisdiction', { jurisdictions });
}

/** Records a cultivation of the body's own jurisdiction. Throws `Refused` cultivation.other-jurisdiction, .not-yet. */
export function recordCultivation(
  { programmeId, cultivationId }: Pick<Cultivation, 'programmeId' | 'cultivationId'>,
  entered: z.infer<typeof newCultivation>,
  circumstances: Circumstances,
): Outcome<Cultivation> {
  const { actor, now } = circumstances;
  refuseUnlessOwn(programmeId, entered.jurisdiction, circumstances);
  refuseUnless(entered.on <= dateAt(now), 'cultivation.not-yet', { on: entered.on });
  const next = {
    ...newHead(programmeId),
    ...entered,
    cultivationId,
    recordedBy: actor.personId,
    recordedAt: now,
  };
  const { jurisdiction, organisation, on } = entered;
  return decided(circumstances, next, { type: 'cultivationRecorded', detail: { jurisdiction, organisation, on } });
}

/** Annuls a record that is wrong; it stays readable. Throws `Refused` record.not-found for another jurisdiction's. */
export function annulCultivation(of: Cultivation, reason: string, circumstances: Circumstances): Outcome<Cultivation> {
  const { actor, now } = circumstances;
  const isTheirs = jurisdictionsOf(actor, of.programmeId).includes(of.jurisdiction);
  refuseUnless(isTheirs && !of.annulled, 'record.not-found', { record: 'cultivation' });
  return decided(
    circumstances,
    { ...of, annulled: { reason, at: now, by: actor.personId } },
    { type: 'cultivationAnnulled', detail: { reason } },
  );
}
