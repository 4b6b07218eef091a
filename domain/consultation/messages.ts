import { inChinese } from '../wording.ts';
import type { MessageRules } from '../notification/message.ts';

/** Whom the events of this idea are told to, and how. */
export const consultationMessages: MessageRules = {
  letterIssued: ({ detail }) => {
    const { letterNumber, departmentCode, dueOn, count } = detail as Record<string, string>;
    return [
      {
        to: { departmentCode: String(departmentCode) },
        zh: {
          subject: `征求意见函:${letterNumber}`,
          text: `现就 ${count} 个申报单位(个人)征求贵部门意见,请于 ${dueOn} 前登录系统逐一答复。未答复不视为同意。`,
        },
        en: {
          subject: `Consultation letter ${letterNumber}`,
          text: `You are consulted on ${count} applicants. Please sign in and answer on each by ${dueOn}. Silence is not consent.`,
        },
      },
    ];
  },
  assessmentProposed: ({ detail }, application) => {
    if (!application) return [];
    const departments = (detail?.departments as string[]).join('、');
    return [
      {
        to: { role: 'office' },
        zh: {
          subject: `不采纳异议的意见待复核:${application.code}`,
          text: `对部门 ${departments} 就 ${application.code} 提出的异议,已有不采纳意见,请另一名工作人员复核。`,
        },
        en: {
          subject: `Setting an objection aside awaits a second officer: ${application.code}`,
          text: `One officer does not follow the objection of ${departments} to ${application.code}; another confirms it.`,
        },
      },
    ];
  },
  consultationAnswered: ({ detail }, application) => {
    if (!application) return [];
    const objects = detail?.verdict === 'objection';
    return [
      {
        to: { role: 'office' },
        zh: {
          subject: `部门已答复:${inChinese('department', detail?.departmentCode)}`,
          text: `${inChinese('department', detail?.departmentCode)}已就 ${application.code} 答复:${objects ? '有反对意见' : '无反对意见'}。`,
        },
        en: {
          subject: `A department answered: ${String(detail?.departmentCode)}`,
          text: `Department ${String(detail?.departmentCode)} answered on ${application.code}: ${objects ? 'it objects' : 'no objection'}.`,
        },
      },
    ];
  },
};
