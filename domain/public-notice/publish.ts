import type { Cycle } from '../cycle/cycle.ts';
import type { CycleList } from '../list/list.ts';
import type { Circumstances, Outcome } from '../record.ts';
import { decided, newHead } from '../record.ts';
import { refuseUnless } from '../refused.ts';
import { requireRole } from '../require-role.ts';
import type { NoticeSource } from './draft.ts';
import { draftNotice, listKindOf } from './draft.ts';
import type { Notice } from './notice.ts';

/** The notice that the public reads and the list that carries it to the applications: saved together. */
export interface Publication {
  readonly notice: Outcome<Notice>;
  readonly list: Outcome<CycleList>;
}

/** The office publishes a notice in its name (A16, A21). Throws `Refused` notice.nobody. */
export function publishNotice(
  cycle: Cycle,
  source: Omit<NoticeSource, 'rules'>,
  named: { title: string; noticeId: string; listId: string },
  circumstances: Circumstances,
): Publication {
  const { actor, now } = circumstances;
  const { programmeId, cycleId } = cycle;
  requireRole(actor, 'office', programmeId);
  const draft = draftNotice({ ...source, rules: cycle.rules }, now);
  refuseUnless(draft.entries.length > 0, 'notice.nobody');
  const { title, noticeId, listId } = named;
  const { endsAt } = draft;
  const kind = listKindOf[draft.kind];
  const notice: Notice = { ...newHead(programmeId), noticeId, cycleId, title, publishedAt: now, ...draft };
  const list: CycleList = {
    ...newHead(programmeId),
    listId,
    cycleId,
    kind,
    at: now,
    by: actor.personId,
    entries: draft.entries.map(({ applicationId, award }) => ({
      applicationId,
      outcome: 'in',
      reason: title,
      ...(award && { award }),
    })),
    facts: { noticeId, endsAt },
  };
  return {
    notice: decided(circumstances, notice, { type: 'noticeOpened', detail: { kind: draft.kind, listId, endsAt } }),
    list: decided(circumstances, list, { type: 'listFixed', detail: { kind, listId } }),
  };
}
