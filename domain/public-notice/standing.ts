import type { Application } from '../application/application.ts';
import { isSuspended } from '../suspension/is-suspended.ts';
import type { NoticeKind } from './notice.ts';
import { noticeKinds } from './notice.ts';

/** The kind of notice that a stage is, or undefined. */
export const noticeKindOf = (stage: string): NoticeKind | undefined => noticeKinds.find((k) => k === stage);

/** Why an applicant is not on a notice, in words for the office. */
export const absences = {
  published: { zh: '已公示', en: 'is published already' },
  suspended: { zh: '已中止,有待处理的事项', en: 'is suspended' },
  notConsulted: { zh: '未征求部门意见', en: 'no department was consulted' },
  silentDepartment: { zh: '有部门未答复,也未记录催办结果', en: 'a department is silent and was not escalated' },
  departmentObjects: { zh: '有部门提出反对意见,未作说明', en: 'an objection of a department is not met' },
  notVoted: { zh: '未经表决', en: 'was not voted on' },
  underReview: { zh: '仍在前一环节办理', en: 'is still in an earlier stage' },
} as const;
export type Absence = keyof typeof absences;

/** What must have been settled before an applicant is published (A16, A21, D19). */
const unsettled = (of: Application, kind: NoticeKind): Absence | undefined => {
  if (kind === 'AwardNotice') return of.awarding ? undefined : 'notVoted';
  const { consultations } = of;
  if (consultations.length === 0) return 'notConsulted';
  if (consultations.some((c) => !c.answer && !c.escalation)) return 'silentDepartment';
  return consultations.some((c) => c.answer?.verdict === 'objection' && !c.assessment)
    ? 'departmentObjects'
    : undefined;
};

/**
 * Why the applicant would not be on a notice that is published now, or undefined: it would be. Who stands in a notice
 * is on the next one only if that corrects it.
 */
export function absenceOf(of: Application, kind: NoticeKind, corrects?: string): Absence | undefined {
  if (of.stage !== kind) return 'underReview';
  if (isSuspended(of)) return 'suspended';
  const mark = of.notices[kind];
  if (mark && mark.noticeId !== corrects) return 'published';
  return unsettled(of, kind);
}
