import type { Application } from '../application/application.ts';
import type { NoticeKind } from './notice.ts';
import { noticeKinds } from './notice.ts';

/** The kind of notice that a stage is, or undefined. */
export const noticeKindOf = (stage: string): NoticeKind | undefined => noticeKinds.find((k) => k === stage);

/** Whether an objection that was made in time and by real name is still being verified (D3). */
export const hasOpenObjection = (of: Pick<Application, 'objections'>): boolean =>
  of.objections.some((o) => o.status === 'open');
