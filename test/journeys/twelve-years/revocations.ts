import { one } from '#local/sample/set-up';
import { visitor } from '#local/sample/visitor';
import { decide, hear, recover, revoke } from '../chapters/revoke.ts';
import { until } from '../stage-door.ts';
import type { Story } from '../story.ts';

/** From the opening of a case to the committee's decision (A27); some days pass. Gives back the case. */
export async function bringBeforeTheCommittee(story: Story, certificateNumber: string): Promise<string> {
  const revocationId = await story.tell.step('调查、事先告知、听证', 'investigation, notice, hearing', () =>
    hear(story, certificateNumber),
  );
  await story.tell.step('评审委无记名表决撤销', 'the committee decides by secret ballot', () =>
    decide(story, revocationId, 'yes'),
  );
  return revocationId;
}

/** The government revokes today, and everything is brought back and made known. Gives back the last banned day. */
export async function revokeNow(story: Story, revocationId: string): Promise<string> {
  const { cast, place, tell } = story;
  const office = one(cast, 'office');
  const day = await tell.step('市政府决定撤销', 'the government revokes', () => revoke(story, revocationId));
  await tell.step('追回、公告、推送两个平台', 'recovery, announcement, pushes to both platforms', async () => {
    await recover(story, revocationId);
    await until(
      'the revocation should be over',
      () => office.call('showRevocation', { params: { revocationId } }),
      ({ stage }) => stage === 'Revoked',
    );
  });
  const { bannedUntil = '', certificateNumber } = await office.call('showRevocation', { params: { revocationId } });
  const { status } = await visitor(place, 'public').call('verifyCertificate', { params: { certificateNumber } });
  if (status !== 'revoked') throw new Error(`the certificate is ${status}`);
  tell.remark(`${day} 撤销,${bannedUntil} 以前(含当日)不接受申报 · revoked on ${day}, banned until ${bannedUntil}`);
  return bannedUntil;
}
