import type { Application } from '#domain/application/application';
import { identifierOf } from '#domain/application/submit';
import { isEnd } from '#domain/lifecycle';
import type { Ties } from '#domain/retention/kept-until';
import { bans } from './bans.ts';
import { revocations } from './revocations.ts';
import type { Table } from './table.ts';
import { winners } from './winners.ts';

/** What keeps applications' files beyond their retention. */
export const ties = (table: Table) => ({
  /** The applications and certificates of a programme with a revocation that is not over. */
  async openCases(programmeId: string): Promise<ReadonlySet<string>> {
    const open = new Set<string>();
    for await (const { applicationId, certificateNumber, stage } of revocations(table).allOf(programmeId))
      if (!isEnd('revocation', stage)) open.add(applicationId).add(certificateNumber);
    return open;
  },
  /** An application's; `open` are those of its programme with a case. */
  async of(application: Application, open: ReadonlySet<string>): Promise<Ties> {
    const { programmeId, applicationId, appliedAs } = application;
    const identifier = appliedAs ?? identifierOf(application);
    return {
      openCase: open.has(applicationId),
      ban: identifier ? await bans(table).find(programmeId, identifier) : undefined,
    };
  },
  /** A winner's; `open` are those of its programme with a case. */
  async ofWinner(certificateNumber: string, open: ReadonlySet<string>): Promise<Ties> {
    const winner = await winners(table).get(certificateNumber);
    const ban = winner.identifier ? await bans(table).find(winner.programmeId, winner.identifier) : undefined;
    return { openCase: open.has(certificateNumber), ban };
  },
});
