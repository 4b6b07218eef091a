import type { Application } from '#domain/application/application';
import type { Defence } from '#domain/defence/defence';
import { inReview, reported } from './review.ts';

export const slot = { at: '2027-03-01T01:00:00.000Z', minutes: 40, room: '市政府 301' };
export const noShow = { recordedBy: 'officer', at: slot.at, reason: '未到场' };

/** A score as it was handed in. */
export const score = (assessorId: string, points: number) => ({ assessorId, points, at: slot.at });

/** An application whose defence is at hand: the defender is registered, the slot is set. */
export const inDefence = (defence: Partial<Defence> = {}, given: Partial<Application> = {}): Application =>
  inReview({
    stage: 'Defence',
    materialReview: reported(),
    shortlisting: { listId: 'lst_1', defence: true, onSite: true, reason: '得分靠前', at: slot.at },
    defence: { defender: '李明', slot, scores: [], ...defence },
    ...given,
  });
