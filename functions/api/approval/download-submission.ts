import { newestOf } from '#domain/paper/filed-paper';
import { requireRole } from '#domain/require-role';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.downloadSubmission, async ({ params, actor, deps }) => {
  const submission = await deps.submissions.get(params.submissionId);
  requireRole(actor, ['registrar', 'office', 'auditor'], submission.programmeId);
  const { recordsKey: key, versionId, name, sha256 } = newestOf(submission.papers, params.format);
  return { url: await deps.files.downloadUrl({ bucket: 'records', key, versionId }, name), name, sha256 };
});
