import type { Role } from './actor.ts';
import type { RevocationStage, Stage } from './lifecycle.ts';

interface Label {
  readonly zh: string;
  readonly en: string;
}

/** What people read for a stage. */
export const stageLabels: Readonly<Record<Stage, Label>> = {
  Draft: { zh: '草稿', en: 'Draft' },
  EligibilityReview: { zh: '资格审查', en: 'Eligibility review' },
  Correction: { zh: '补正', en: 'Correction' },
  Consultation: { zh: '征求意见', en: 'Consultation' },
  EligibilityNotice: { zh: '资格公示', en: 'Eligibility notice' },
  MaterialReview: { zh: '材料评审', en: 'Material review' },
  Defence: { zh: '答辩', en: 'Defence' },
  OnSiteReview: { zh: '现场评审', en: 'On-site review' },
  Recommendation: { zh: '推荐名单', en: 'Recommendation' },
  CommitteeVote: { zh: '评审委表决', en: 'Committee vote' },
  AwardNotice: { zh: '拟获奖公示', en: 'Award notice' },
  GovernmentApproval: { zh: '市政府审定', en: 'Government approval' },
  Awarded: { zh: '已获奖', en: 'Awarded' },
  Refused: { zh: '不予受理', en: 'Refused' },
  Withdrawn: { zh: '已撤回', en: 'Withdrawn' },
  Ended: { zh: '已结束', en: 'Ended' },
};

/** What people read for a stage of a revocation. */
export const revocationStageLabels: Readonly<Record<RevocationStage, Label>> = {
  Investigation: { zh: '调查核实', en: 'Investigation' },
  Hearing: { zh: '陈述申辩', en: 'Hearing' },
  CommitteeDecision: { zh: '评审委审定', en: 'Committee decision' },
  GovernmentRevocation: { zh: '市政府撤销', en: 'Government revocation' },
  Recovery: { zh: '收回与公告', en: 'Recovery' },
  Revoked: { zh: '已撤销', en: 'Revoked' },
  Dropped: { zh: '不予撤销', en: 'Dropped' },
};

/** What people read for a role. */
export const roleLabels: Readonly<Record<Role, Label>> = {
  applicant: { zh: '申报主体', en: 'Applicant' },
  recommendingBody: { zh: '推荐单位', en: 'Recommending body' },
  office: { zh: '评审办', en: 'Review office' },
  department: { zh: '有关部门', en: 'Consulted department' },
  assessor: { zh: '评审员', en: 'Assessor' },
  committeeMember: { zh: '评审委委员', en: 'Committee member' },
  registrar: { zh: '市政府登记员', en: 'Government registrar' },
  auditor: { zh: '监督审计', en: 'Auditor' },
  administrator: { zh: '系统管理员', en: 'Administrator' },
};
