import type { Party, Role } from './actor.ts';
import type { Action, RevocationAction, RevocationStage, Stage } from './lifecycle.ts';

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

/** What people read for those who act in a case and hold no role of their own. */
export const partyLabels: Readonly<Record<Exclude<Party, Role>, Label>> = {
  panelLeader: { zh: '评审组组长', en: 'Panel leader' },
  public: { zh: '社会公众', en: 'Public' },
  system: { zh: '系统', en: 'System' },
};

/** What people read for what is done in a case. */
export const actionTexts: Readonly<Record<Action | RevocationAction | 'addMember' | 'restart', string>> = {
  saveSection: '填写申报表',
  addDocument: '上传材料',
  removeDocument: '删除材料',
  addMember: '邀请成员',
  extend: '延长申报截止时间',
  submit: '提交申报',
  withdraw: '撤回申报',
  recommend: '出具推荐意见',
  requestCorrection: '要求补正',
  resubmit: '提交补正',
  endCorrection: '结束补正',
  recordFinding: '记录认定',
  passEligibility: '通过资格审查',
  proposeRefusal: '提出不予受理',
  decideRefusal: '复核不予受理',
  recordLateFact: '登记新发现的事实',
  proposeLifting: '提出解除中止',
  decideLifting: '复核解除中止',
  endByBan: '因禁止申报终止',
  consult: '征求部门意见',
  answerConsultation: '答复征求意见',
  recordEscalation: '登记催办结果',
  passConsultation: '完成征求意见',
  publishNotice: '发布公示',
  object: '提出异议',
  decideObjection: '作出异议处理决定',
  endNotice: '结束公示',
  formPanel: '组成评审组',
  handInReview: '提交评分',
  returnReview: '退回评分',
  handInPanelReport: '提交评审报告',
  shortlist: '确定入围名单',
  recordDelivery: '登记报告送达',
  registerDefender: '登记答辩人',
  scheduleDefence: '安排答辩',
  beginDefence: '开始答辩',
  endDefence: '结束答辩',
  scoreDefence: '答辩评分',
  recordNoShow: '登记缺席',
  completeDefence: '完成答辩',
  planOnSite: '制定现场评审计划',
  recordOnSiteFinding: '记录现场发现',
  signFindings: '签署现场发现',
  answerFindings: '答复现场发现',
  recordSignatureRefusal: '登记拒签',
  handInOnSiteReport: '提交现场评审报告',
  recommendForAward: '确定推荐名单',
  setVisitAside: '作废现场评审',
  closeVote: '结束表决',
  recordGovernmentDecision: '登记市政府决定',
  reopenVote: '重新表决',
  addEvidence: '补充证据',
  concludeInvestigation: '完成调查',
  giveHearingNotice: '发出听证告知',
  drop: '不予撤销',
  stateDefence: '陈述申辩',
  requestHearing: '要求听证',
  waiveHearing: '放弃听证',
  recordHearing: '记录听证',
  closeHearing: '结束陈述申辩',
  conveneVote: '召集表决',
  recordRevocation: '登记撤销决定',
  assignRecovery: '安排收回事项',
  announceRevocation: '公告撤销',
  recordRecovery: '登记收回',
  restart: '重新启动流程',
};
