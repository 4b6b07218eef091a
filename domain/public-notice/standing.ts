import type { NoticeKind } from './notice.ts';
import { noticeKinds } from './notice.ts';

/** The kind of notice that a stage is, or undefined. */
export const noticeKindOf = (stage: string): NoticeKind | undefined => noticeKinds.find((k) => k === stage);
