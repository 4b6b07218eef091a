import { inHearing } from '#test/build/revocation';
import { aWinner } from '#test/build/winner';
import { idOf } from '#test/functions/api/api';
import { now, row } from './intake.ts';

/** Refusals of a revocation that nothing else meets; the others are met where revocations are told. */
export const revocationRows = [
  row('revocation.running', 409, 'A27', 'a second case is opened against a winner', async (intake) => {
    const params = { certificateNumber: intake.nextId('KM') };
    await intake.deps.winners.save(intake.arranged({ ...aWinner(params), version: 0 }));
    const body = { ground: 'fraud', facts: '提供虚假财务数据。' };
    await intake.done('office', 'openRevocation', { params, body });
    return { by: 'office', route: 'openRevocation', params, body };
  }),
  row('revocation.hearing-requested', 409, 'A27', 'the winner asks for a hearing twice', async (intake) => {
    const params = { revocationId: intake.nextId('rev') };
    const request = { text: '要求听证', by: idOf('owner'), at: now };
    const of = { ...inHearing({ request }), ...params, ownerId: idOf('owner'), applicationId: '' };
    await intake.deps.revocations.save(intake.arranged({ ...of, version: 0 }));
    return { by: 'owner', route: 'requestHearing', params, body: { text: '再次要求听证' } };
  }),
];
