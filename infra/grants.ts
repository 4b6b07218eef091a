import { changesRecords } from './inventory.ts';

/**
 * What a function may do, in words; infra/meanings.ts says which actions on which resources, and which names of the
 * environment, a word stands for.
 */
export type Grant =
  | 'core:read'
  | 'core:write'
  | 'core:update'
  | 'ballots'
  | 'audit:append'
  | 'audit:read'
  | 'staging:get'
  | 'staging:put'
  | 'staging:list'
  | 'staging:pack'
  | 'records:get'
  | 'records:keep'
  | 'records:lock'
  | 'records:forever'
  | 'records:dispose'
  | 'executions:start'
  | 'executions:resume'
  | 'duties:start'
  | 'platforms'
  | 'mail'
  | 'administrators';

/** Decides about records: reads them, saves them with their events. */
const decides: readonly Grant[] = ['core:read', 'core:write', 'audit:append'];

/** What single functions may beyond their kind. */
const beyond: Readonly<Record<string, readonly Grant[]>> = {
  // Presigned URLs carry the rights of the function that signs them.
  'api-document': ['staging:get', 'staging:put', 'records:get'],
  'api-application': ['staging:get', 'staging:list', 'records:get', 'records:keep'],
  // Papers that a decision names: signed opinions, answers to letters, what findings and late facts rest on.
  'api-recommendation': ['staging:get', 'records:get', 'records:keep'],
  'api-consultation': ['staging:get', 'records:get', 'records:keep'],
  'api-eligibility': ['staging:get', 'records:get', 'records:keep'],
  'api-suspension': ['staging:get', 'records:get', 'records:keep'],
  // Minutes, and the signed resolutions.
  'api-vote': ['ballots', 'staging:get', 'records:get', 'records:keep', 'records:forever'],
  'api-approval': ['staging:get', 'records:get', 'records:keep', 'records:forever'],
  'api-feedback': ['records:get', 'records:keep'],
  // Evidence of a visit is copied into the records when its report is handed in.
  'api-review': ['staging:get', 'records:get', 'records:keep'],
  // The files of a case, and the decision that revokes.
  'api-inspection': ['staging:get', 'staging:put', 'records:get', 'records:keep'],
  'api-post-award': ['staging:get', 'staging:put', 'records:get', 'records:keep'],
  'api-revocation': ['staging:get', 'staging:put', 'records:get', 'records:keep', 'records:forever'],
  'api-people': ['administrators'],
  'api-message': ['core:update'],
  'api-dossier': ['staging:get'],
  'api-objection': ['staging:get', 'staging:put', 'records:get', 'records:keep'],
  'api-operation': ['audit:read'],
  'api-audit': ['audit:read'],
  'step-push-to-platform': ['platforms'],
  'step-build-dossier': ['records:get', 'staging:pack', 'audit:read'],
  'step-keep-records': ['records:lock'],
  'step-dispose-records': ['records:lock', 'records:dispose', 'records:keep', 'records:forever'],
  'event-deliver-outbox': [...decides, 'executions:start', 'executions:resume'],
  'event-deliver-messages': [...decides, 'core:update', 'mail'],
  'event-file-arrived': [...decides, 'staging:get'],
  'event-daily-duties': [...decides, 'duties:start'],
};

/** What a function may do, by its name (`api-review`, `step-open-defence`, `event-deliver-outbox`). */
export function grantsOf(name: string): readonly Grant[] {
  const more = beyond[name] ?? [];
  if (name.startsWith('step-')) return [...decides, ...more];
  // Every route reads its caller, and notes in the audit trail what it refuses.
  if (name.startsWith('api-'))
    return changesRecords(name.slice('api-'.length)) ? [...decides, ...more] : ['core:read', 'audit:append', ...more];
  return more;
}
