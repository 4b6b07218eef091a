import type { ApplyEntry } from '../list/apply-entry.ts';
import { enter } from '../case.ts';
import { decided } from '../record.ts';
import { Refused } from '../refused.ts';
import { listKindOf } from './draft.ts';
import { noticeKinds } from './notice.ts';

/**
 * Puts an application under a published notice: the machine learns until when it runs. Nobody owes anything while it
 * runs, so the duty to publish ends. An application stands in one notice of a kind: a second changes nothing unless it
 * corrects the first, and then the applicant waits for its period.
 */
export const applyNotice: ApplyEntry = (of, list, _entry, circumstances) => {
  enter('application', of, 'publishNotice', circumstances.actor);
  const kind = noticeKinds.find((k) => listKindOf[k] === list.kind);
  const { noticeId, endsAt, corrects } = list.facts;
  if (!kind || !noticeId || !endsAt) throw new Refused('notice.not-published');
  const standing = of.notices[kind];
  if (standing && standing.noticeId !== corrects) return decided(circumstances, of);
  const mark = { noticeId, endsAt, ...(standing && { corrects: standing.noticeId }) };
  return decided(
    circumstances,
    { ...of, duty: undefined, notices: { ...of.notices, [kind]: mark } },
    { type: 'noticePublished', detail: { kind, ...mark }, wake: true },
  );
};
