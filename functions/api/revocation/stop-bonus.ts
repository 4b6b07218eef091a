import type { Bonus } from '#domain/bonus/bonus';
import { revokeBonus } from '#domain/bonus/claw-back';
import type { Circumstances } from '#domain/record';
import type { Revocation } from '#domain/revocation/revocation';
import type { Deps } from '#functions/runtime/deps';

/** What becomes of the winner's bonus with the revocation: owed back, or never paid (A27). */
export const stopBonus = async (of: Bonus, { revocationId }: Revocation, circumstances: Circumstances, deps: Deps) =>
  revokeBonus(of, revocationId, await deps.ledgers.of(of.programmeId, of.year), circumstances);
