import type { Deps } from '#functions/runtime/deps';

/** An objection and the application it is made against. */
export async function caseOf(objectionId: string, deps: Deps) {
  const objection = await deps.objections.get(objectionId);
  return { objection, application: await deps.applications.get(objection.applicationId) };
}
