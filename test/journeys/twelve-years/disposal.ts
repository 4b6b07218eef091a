import { S3Client } from '@aws-sdk/client-s3';
import { locks } from '#functions/gateways/locks';
import type { Cloud } from '#local/cloud';
import { one } from '#local/sample/set-up';
import { everything, inParallel, until } from '../stage-door.ts';
import type { Entrant, Story } from '../story.ts';
import { begin, morningOf } from './years.ts';

/** The records of the cloud, as its operator reads them. */
function recordsOf({ authority, ports, model, s3 }: Cloud) {
  const client = new S3Client({
    endpoint: `http://127.0.0.1:${ports.s3}`,
    region: model.place.region,
    credentials: authority.operator,
  });
  const records = s3.stats().find((bucket) => bucket.objectLock)?.name;
  return locks(client, { records, lockMode: 'GOVERNANCE' });
}

type Records = ReturnType<typeof recordsOf>;
const keysOf = async (records: Records, folder: string) =>
  (await Array.fromAsync(records.versions(folder))).map(({ key }) => key).sort();
const applicationOf = (key: string) => key.split('/')[2] ?? '';

/** The applications of a cycle, as the auditor lists them. */
export const applicationsOf = ({ cast }: Story, cycleId: string) =>
  everything((query) => one(cast, 'auditor').call('listApplications', { params: { cycleId }, query }));

/**
 * The files of the first cycle, archived in 2027, are locked until 2038; those of who is banned longer, longer. Then an
 * appraisal list names them, two people dispose of them, and the store removes them; all others stay (A29, D13).
 */
export async function disposal(story: Story, cloud: Cloud, cycleId: string): Promise<void> {
  const { cast, tell, programmeId } = story;
  const [office, colleague] = [one(cast, 'office'), one(cast, 'office-2')];
  const records = recordsOf(cloud);
  const folder = `${programmeId}/${cycleId}/`;
  const all = await applicationsOf(story, cycleId);
  const named = (name: string) => all.find((a) => a.name === name)?.applicationId ?? '';
  const [banned, remembered] = [named('昆明第2机械厂'), named('质量人第1号')];
  await tell.step('保管期内,存储锁定', 'locked as long as it has to be kept', async () => {
    const versions = await Array.fromAsync(records.versions(folder));
    await inParallel(versions, 8, async (version) => {
      const until = (await records.lockedUntil(version))?.toISOString().slice(0, 10) ?? '';
      const isLong = applicationOf(version.key) === banned;
      if (isLong ? until <= '2038-01-01' : until !== '2038-01-01') throw new Error(`${version.key} until ${until}`);
    });
    tell.remark(`${versions.length} 个文件 · ${versions.length} files`);
  });

  await begin(story, 2038);
  const elsewhere = async () => (await keysOf(records, `${programmeId}/`)).filter((key) => !key.startsWith(folder));
  const before = await elsewhere();
  const { appraisalId } = await tell.step('档案鉴定清单', 'the appraisal list', async () => {
    const { items } = await office.call('listAppraisals', { params: { programmeId } });
    const entriesOf = async (list: (typeof items)[number] | undefined) =>
      (await office.call('showAppraisal', { params: { appraisalId: list?.appraisalId ?? '' } })).entries;
    const keptOf = (entries: Awaited<ReturnType<typeof entriesOf>>) =>
      entries.filter((e) => e.kept).map((e) => `${e.applicationId} ${e.kept}`);
    const list = items.find((i) => i.cycleId === cycleId);
    const [files, afterwards] = [await entriesOf(list), await entriesOf(items.find((i) => i.cycleId === ''))];
    // Every application, and the papers of the cycle as one entry.
    if (!list || items.length !== 2 || files.length !== all.length + 1 || keptOf(files).join() !== `${banned} ban`)
      throw new Error(JSON.stringify(items));
    // What came after the awards in 2027: seven reports, five inspections.
    if (afterwards.length !== 12 || keptOf(afterwards).join() !== `${banned} ban,${banned} ban`)
      throw new Error(JSON.stringify(afterwards));
    tell.remark(`${list.offered} 件可销毁,1 件因禁止申报期续存 · ${list.offered} offered, one kept by its ban`);
    return list;
  });
  await tell.step('两人办理销毁,留下销毁记录', 'two people dispose of them, on record', async () => {
    const params = { appraisalId };
    const body = { keep: [remembered], reason: '保管期满' };
    await office.call('proposeDisposal', { params, body });
    const alone = await office.attempt('decideDisposal', { params, body: { approve: true } });
    if (alone.body.code !== 'retention.same-person') throw new Error(JSON.stringify(alone));
    await colleague.call('decideDisposal', { params, body: { approve: true } });
    const { entries, record } = await until(
      'the disposal should be carried out',
      () => office.call('showAppraisal', { params }),
      ({ status }) => status === 'disposed',
    );
    const disposed = entries.filter((e) => e.disposed);
    const files = disposed.reduce((sum, e) => sum + (e.disposed?.files ?? 0), 0);
    if (disposed.length !== all.length - 1 || files !== record?.files)
      throw new Error(`${disposed.length} entries, ${files} files of ${record?.files}`);
    tell.remark(`${files} 个文件 · ${files} files, SHA-256 ${record.sha256.slice(0, 16)}…`);
  });
  await tell.step('存储清除已批准的文件,其余保留', 'the store removes them, and nothing else', async () => {
    await morningOf(story, '2038-02-20');
    const left = new Set((await keysOf(records, folder)).map(applicationOf));
    if ([...left].sort().join() !== [banned, remembered].sort().join()) throw new Error(`left: ${[...left].join()}`);
    const now = await elsewhere();
    const lost = before.filter((key) => !now.includes(key));
    if (lost.length > 0) throw new Error(`lost: ${lost.join()}`);
  });
}

/** Each case's events are one unbroken chain, as the auditor reads them. */
export const auditAll = (story: Story, entrants: readonly Pick<Entrant, 'applicationId'>[]) =>
  inParallel(entrants, 4, async ({ applicationId }) => {
    const params = { recordType: 'application', recordId: applicationId };
    const trail = await one(story.cast, 'auditor').call('readAuditTrail', { params });
    if (!('events' in trail)) throw new Error('no trail of a record');
    if (!trail.whole) throw new Error(`${applicationId} is broken at ${trail.brokenAt}`);
    return trail.events.length;
  });
