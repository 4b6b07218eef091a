import type { Application } from '../application/application.ts';
import { enter } from '../case.ts';
import type { Cycle } from '../cycle/cycle.ts';
import type { Circumstances, Outcome } from '../record.ts';
import { decided } from '../record.ts';
import type { Finding } from './findings.ts';
import { refuseUnlessFit } from './fit-findings.ts';

/**
 * An officer records what was found on one item, or finds anew: work in progress until the decision, with who and when
 * (A16). Throws `Refused` as a finding that does not fit does; see fit-findings.ts.
 */
export function recordFinding(
  of: Application,
  { finding, cycle }: { finding: Finding; cycle: Pick<Cycle, 'opensAt' | 'closesAt' | 'rules'> },
  circumstances: Circumstances,
): Outcome<Application> {
  const { actor, now } = circumstances;
  enter('application', of, 'recordFinding', actor);
  refuseUnlessFit(of, [finding], cycle, now);
  const { item, result } = finding;
  const others = (of.findings ?? []).filter((f) => f.item !== item);
  return decided(
    circumstances,
    { ...of, findings: [...others, { ...finding, by: actor.personId, at: now }] },
    { type: 'findingRecorded', detail: { item, result } },
  );
}
