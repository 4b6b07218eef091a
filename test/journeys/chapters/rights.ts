import { one } from '#local/sample/set-up';
import { visitor } from '#local/sample/visitor';
import { until } from '../stage-door.ts';
import type { Story } from '../story.ts';

/** The winner fetches mark and certificate; whoever scans the certificate reads that the award stands (A25). */
export async function useTheAward({ place, cast, tell, programmeId }: Story): Promise<void> {
  tell.chapter('标识、证书与查验', 'Mark, certificate and verification');
  const { items } = await until(
    'the roll of winners',
    () => visitor(place, 'public').call('listWinners', { params: { programmeId } }),
    (winners) => winners.items.some((w) => w.kind === 'organisation'),
  );
  const certificateNumber = items.find((w) => w.kind === 'organisation')?.certificateNumber ?? '';
  const params = { certificateNumber };
  const fetched = async (name: 'downloadMark' | 'downloadCertificate', begins: string, format = '') => {
    const { status, body } = await one(cast, 'organisation').attempt(name, { params: { ...params, format } });
    if (status !== 200 || !String(body['text']).slice(0, 8).includes(begins))
      throw new Error(`${name} ${format}: ${status} ${JSON.stringify(body).slice(0, 500)}`);
  };
  await tell.step('获奖组织下载标识和证书', 'the winner downloads mark and certificate', async () => {
    await fetched('downloadMark', '<svg', 'svg');
    await fetched('downloadMark', 'PNG', 'png');
    await fetched('downloadMark', '%PDF', 'pdf');
    await fetched('downloadCertificate', '%PDF');
  });
  await tell.step('公众查验证书', 'anyone verifies the certificate', async () => {
    const page = await visitor(place, 'public').attempt('showVerification', { params });
    if (!String(page.body['text']).includes('该奖励有效')) throw new Error(`not verified: ${page.status}`);
  });
}
