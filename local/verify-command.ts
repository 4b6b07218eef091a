import type { Discrepancy } from '#domain/dossier/verify';
import { verifyDossier } from './verify-dossier.ts';

/* npm run verify -- dossier.zip: whether a dossier is whole. Needs the ZIP alone: no network, no table. */

const wording: Readonly<Record<Discrepancy['problem'], string>> = {
  missing: '缺失 / missing',
  changed: '内容已改变 / changed',
  added: '清单以外的文件 / not in the manifest',
  unreadable: '无法读取 / cannot be read',
  chainBroken: '审计日志链断裂 / the chain of audit events is broken at',
  notAsHandedIn: '与提交时不一致 / not as it was handed in',
  handedInMissing: '提交时有、案卷中没有 / handed in, and not in the dossier',
  notAsReceipted: '提交清单与回执不一致 / the submission is not the one receipted',
};

const [file] = process.argv.slice(2);
if (!file) {
  console.error('npm run verify -- <dossier.zip>');
  process.exit(2);
}
const { manifest, manifestSha256, problems } = await verifyDossier(file).catch((error: Error) => {
  console.error(`${file}: 不是可读取的 ZIP 文件 / not a ZIP that can be read (${error.message})`);
  process.exit(2);
});
for (const { path, problem, detail } of problems) console.log(`✗ ${path}: ${wording[problem]} ${detail ?? ''}`);
if (manifest) {
  console.log(`${manifest.code ?? manifest.applicationId}, ${manifest.exportedAt}, ${manifest.entries.length} files`);
  console.log(`manifest.json SHA-256 ${manifestSha256}`);
  console.log('请与导出登记簿中的值核对 / compare it with the register of exports');
}
console.log(problems.length === 0 ? '✓ 完整 / whole' : `✗ ${problems.length} 处不符 / discrepancies`);
process.exitCode = problems.length === 0 ? 0 : 1;
