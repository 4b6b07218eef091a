import type { ApplyEntry } from '../list/apply-entry.ts';
import { enter } from '../case.ts';
import { decided } from '../record.ts';
import { Refused } from '../refused.ts';
import { listKindOf } from './draft.ts';
import { noticeKinds } from './notice.ts';

/**
 * Puts an application under a published notice: the machine learns until when it runs. Nobody owes anything while it
 * runs, so the duty to publish ends. An application stands in one notice of a kind: a second changes nothing.
 */
export const applyNotice: ApplyEntry = (of, list, _entry, circumstances) => {
  enter('application', of, 'publishNotice', circumstances.actor);
  const kind = noticeKinds.find((k) => listKindOf[k] === list.kind);
  const { noticeId, endsAt } = list.facts;
  if (!kind || !noticeId || !endsAt) throw new Refused('notice.not-published');
  if (of.notices[kind]) return decided(circumstances, of);
  return decided(
    circumstances,
    { ...of, duty: undefined, notices: { ...of.notices, [kind]: { noticeId, endsAt } } },
    { type: 'noticePublished', detail: { kind, noticeId, endsAt }, wake: true },
  );
};
