import { rules as defaults } from '#domain/cycle/rules';
import type { Rules } from '#domain/cycle/rules';
import { isEnd } from '#domain/lifecycle';
import type { CivilDate } from '#domain/record';
import type { AppraisalEntry } from '#domain/retention/appraisal';
import type { AfterAward } from '#domain/retention/draw-up';
import { afterAwardEntry, isOldEnough, lastOfInspection } from '#domain/retention/draw-up';
import type { Deps } from '#functions/runtime/deps';

type RulesOf = (certificateNumber: string) => Promise<Rules>;
type Filed = AfterAward & { readonly certificateNumber: string };

/** The settings of the cycle in which a certificate was won; the defaults for one from before this system (A30). */
async function rulesByCertificate(programmeId: string, deps: Deps): Promise<RulesOf> {
  const ofCycle = new Map((await deps.cycles.others(programmeId)).map((c) => [c.cycleId, c.rules]));
  const known = new Map<string, Rules>();
  return async (certificateNumber) => {
    const found = known.get(certificateNumber);
    if (found) return found;
    const { cycleId } = await deps.winners.get(certificateNumber);
    const rules = ofCycle.get(cycleId) ?? defaults.parse({});
    known.set(certificateNumber, rules);
    return rules;
  };
}

/** What of a programme came after its awards, is over, and is there still. */
async function* filedAfterAwards(programmeId: string, today: CivilDate, rulesOf: RulesOf, deps: Deps) {
  for await (const duty of deps.duties.allOf(programmeId)) {
    if (duty.kind !== 'annualReport' || duty.rounds === 0 || duty.disposed) continue;
    if (!isOldEnough(duty.year, await rulesOf(duty.certificateNumber), today)) continue;
    const last = (await Array.fromAsync(deps.annualReports.ofDuty(duty.dutyId))).at(-1);
    const closedAt = last?.decided?.at ?? last?.handedInAt;
    if (closedAt) yield { ...duty, filed: 'annualReport', recordId: duty.dutyId, closedAt } satisfies Filed;
  }
  for await (const of of deps.inspections.allOf(programmeId)) {
    const about = { filed: 'inspection' as const, recordId: of.inspectionId, closedAt: lastOfInspection(of) };
    if (!of.disposed) yield { ...of, ...about } satisfies Filed;
  }
  for await (const of of deps.revocations.allOf(programmeId)) {
    const about = { filed: 'revocation' as const, recordId: of.revocationId, closedAt: of.stageEnteredAt };
    if (!of.disposed && isEnd('revocation', of.stage)) yield { ...of, ...about } satisfies Filed;
  }
}

/** What of it is offered on a day, or kept by a case or a ban. */
export async function afterAwardEntries(programmeId: string, open: ReadonlySet<string>, today: CivilDate, deps: Deps) {
  const rulesOf = await rulesByCertificate(programmeId, deps);
  const entries: AppraisalEntry[] = [];
  for await (const filed of filedAfterAwards(programmeId, today, rulesOf, deps)) {
    const rules = await rulesOf(filed.certificateNumber);
    const entry = afterAwardEntry(filed, rules, await deps.ties.ofWinner(filed.certificateNumber, open), today);
    if (entry) entries.push(entry);
  }
  return entries;
}
