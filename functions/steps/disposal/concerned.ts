import { systemActor } from '#domain/actor';
import type { CivilDate, Instant } from '#domain/record';
import { decided } from '#domain/record';
import type { Appraisal, AppraisalEntry } from '#domain/retention/appraisal';
import { disposeOf } from '#domain/retention/dispose';
import type { AppraisedClass } from '#domain/retention/folders';
import type { Ties } from '#domain/retention/kept-until';
import { retainUntil } from '#domain/retention/kept-until';
import type { Deps } from '#functions/runtime/deps';

/** Whose files an entry is about, as its disposal needs it. */
export interface Concerned {
  /** Since when they are gone. */
  readonly goneSince: Instant | undefined;
  /** The first day on which they need not be kept by themselves. */
  readonly base: CivilDate;
  readonly ties: Ties;
  /** The hashes of what was handed in. */
  readonly hashes: readonly { readonly recordsKey: string; readonly sha256: string }[];
  /** Notes that they are gone. */
  readonly mark: () => Promise<unknown>;
}

interface Given {
  readonly of: Appraisal;
  readonly entry: AppraisalEntry;
  readonly open: ReadonlySet<string>;
  readonly deps: Deps;
}

const circumstances = (deps: Deps) => ({ actor: systemActor, now: deps.now() });
const gone = ({ of: { appraisalId }, deps }: Given) => ({ appraisalId, at: deps.now() });
const event = ({ appraisalId }: Appraisal) => ({ type: 'filesDisposed', detail: { appraisalId } });

/** Each class of files: what keeps them, and how it is noted that they are gone. */
export const concerned: Readonly<Record<AppraisedClass, (given: Given) => Promise<Concerned>>> = {
  async application({ of, entry, open, deps }) {
    const application = await deps.applications.get(entry.recordId);
    const { disposed, receipt, onSite, cycleId } = application;
    return {
      goneSince: disposed?.at,
      base: retainUntil(await deps.cycles.get(cycleId)),
      ties: await deps.ties.of(application, open),
      hashes: [...(receipt?.files ?? []), ...(onSite?.report?.evidence ?? [])],
      mark: () => deps.applications.save(disposeOf(application, of.appraisalId, circumstances(deps))),
    };
  },
  async cyclePapers(given) {
    const { of, open, deps } = given;
    const cycle = await deps.cycles.get(of.cycleId);
    const hasOpenCase = async () => {
      for await (const { cycleId, certificateNumber } of deps.winners.allOfProgramme(of.programmeId))
        if (cycleId === of.cycleId && open.has(certificateNumber)) return true;
      return false;
    };
    const objections = await Array.fromAsync(deps.objections.allOfCycle(of.cycleId));
    return {
      goneSince: cycle.papersDisposed?.at,
      base: retainUntil(cycle),
      ties: { openCase: open.size > 0 && (await hasOpenCase()), ban: undefined },
      hashes: objections.flatMap((o) => o.kept ?? []),
      mark: () => deps.cycles.save(decided(circumstances(deps), { ...cycle, papersDisposed: gone(given) }, event(of))),
    };
  },
  async annualReport(given) {
    const { of, entry, open, deps } = given;
    const duty = await deps.duties.get(entry.recordId);
    const reports = await Array.fromAsync(deps.annualReports.ofDuty(duty.dutyId));
    return {
      goneSince: duty.disposed?.at,
      base: entry.keptUntil,
      ties: await deps.ties.ofWinner(duty.certificateNumber, open),
      hashes: reports.flatMap((r) => r.files),
      mark: () => deps.duties.save(decided(circumstances(deps), { ...duty, disposed: gone(given) }, event(of))),
    };
  },
  async inspection(given) {
    const { of, entry, open, deps } = given;
    const inspection = await deps.inspections.get(entry.recordId);
    return {
      goneSince: inspection.disposed?.at,
      base: entry.keptUntil,
      ties: await deps.ties.ofWinner(inspection.certificateNumber, open),
      hashes: inspection.kept,
      mark: () =>
        deps.inspections.save(decided(circumstances(deps), { ...inspection, disposed: gone(given) }, event(of))),
    };
  },
  async revocation(given) {
    const { of, entry, open, deps } = given;
    const revocation = await deps.revocations.get(entry.recordId);
    return {
      goneSince: revocation.disposed?.at,
      base: entry.keptUntil,
      ties: await deps.ties.ofWinner(revocation.certificateNumber, open),
      hashes: revocation.kept,
      mark: () =>
        deps.revocations.save(decided(circumstances(deps), { ...revocation, disposed: gone(given) }, event(of))),
    };
  },
};
