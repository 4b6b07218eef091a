import type { Party } from './actor.ts';

/** The stages of an application, in the order of the regulation (A15–A22). */
export const stages = [
  'Draft',
  'EligibilityReview',
  'Correction',
  'Consultation',
  'EligibilityNotice',
  'MaterialReview',
  'Defence',
  'OnSiteReview',
  'Recommendation',
  'CommitteeVote',
  'AwardNotice',
  'GovernmentApproval',
  'Awarded',
  'Refused',
  'Withdrawn',
  'Ended',
] as const;
export type Stage = (typeof stages)[number];

/** What an action does: who may take it and the stages it can lead to (the stage itself: it stays). */
export interface Transition<S extends string> {
  readonly by: readonly Party[];
  readonly to: readonly S[];
}

const withdraw = { by: ['applicant'], to: ['Withdrawn'] } as const;

/**
 * What can happen in any stage from the submission to the award: a refusal by two officers, a late fact that suspends
 * the case and is resolved by two officers (A13, D7), a ban of the applicant (A27), a withdrawal.
 */
const underWay = <S extends Stage>(stage: S) =>
  ({
    proposeRefusal: { by: ['office'], to: [stage] },
    decideRefusal: { by: ['office'], to: [stage, 'Refused'] },
    recordLateFact: { by: ['office', 'department'], to: [stage] },
    proposeLifting: { by: ['office'], to: [stage] },
    decideLifting: { by: ['office'], to: [stage] },
    endByBan: { by: ['system'], to: ['Ended'] },
    withdraw,
  }) as const;

/** A conflict found after the shortlist can set the panel's report aside: it is done again where the case stands (D26). */
const reportAgain = <S extends Stage>(here: S) =>
  ({
    formPanel: { by: ['office'], to: [here] },
    handInReview: { by: ['assessor'], to: [here] },
    returnReview: { by: ['panelLeader'], to: [here] },
    handInPanelReport: { by: ['panelLeader'], to: [here] },
  }) as const;

/**
 * A conflict found after the visit: the member's part is void, and the case goes back until its reports are done again
 * without it (D26).
 */
const visitAgain = { by: ['system'], to: ['OnSiteReview'] } as const;

/**
 * The lifecycle: stage → action → who and whereto. The API's refusals, the state machine's choices, the portal's
 * buttons and the diagram in docs/ all come from this table.
 */
export const lifecycle = {
  Draft: {
    saveSection: { by: ['applicant'], to: ['Draft'] },
    addDocument: { by: ['applicant'], to: ['Draft'] },
    removeDocument: { by: ['applicant'], to: ['Draft'] },
    extend: { by: ['office'], to: ['Draft'] },
    submit: { by: ['applicant'], to: ['EligibilityReview'] },
    withdraw,
  },
  EligibilityReview: {
    recommend: { by: ['recommendingBody'], to: ['EligibilityReview'] },
    requestCorrection: { by: ['office'], to: ['Correction'] },
    recordFinding: { by: ['office'], to: ['EligibilityReview'] },
    passEligibility: { by: ['office'], to: ['Consultation'] },
    ...underWay('EligibilityReview'),
  },
  Correction: {
    saveSection: { by: ['applicant'], to: ['Correction'] },
    addDocument: { by: ['applicant'], to: ['Correction'] },
    removeDocument: { by: ['applicant'], to: ['Correction'] },
    recommend: { by: ['recommendingBody'], to: ['Correction'] },
    resubmit: { by: ['applicant'], to: ['EligibilityReview'] },
    endCorrection: { by: ['office', 'system'], to: ['EligibilityReview'] },
    recordFinding: { by: ['office'], to: ['Correction'] },
    ...underWay('Correction'),
  },
  Consultation: {
    consult: { by: ['office'], to: ['Consultation'] },
    answerConsultation: { by: ['department'], to: ['Consultation'] },
    recordEscalation: { by: ['office'], to: ['Consultation'] },
    passConsultation: { by: ['office'], to: ['Consultation', 'EligibilityNotice'] },
    ...underWay('Consultation'),
  },
  EligibilityNotice: {
    publishNotice: { by: ['office'], to: ['EligibilityNotice'] },
    object: { by: ['public'], to: ['EligibilityNotice'] },
    decideObjection: { by: ['office'], to: ['EligibilityNotice', 'Refused'] },
    endNotice: { by: ['system'], to: ['EligibilityNotice', 'MaterialReview'] },
    ...underWay('EligibilityNotice'),
  },
  MaterialReview: {
    formPanel: { by: ['office'], to: ['MaterialReview'] },
    handInReview: { by: ['assessor'], to: ['MaterialReview'] },
    returnReview: { by: ['panelLeader'], to: ['MaterialReview'] },
    handInPanelReport: { by: ['panelLeader'], to: ['MaterialReview'] },
    shortlist: { by: ['office'], to: ['MaterialReview', 'Defence'] },
    recordDelivery: { by: ['office'], to: ['Ended'] },
    ...underWay('MaterialReview'),
  },
  Defence: {
    ...reportAgain('Defence'),
    registerDefender: { by: ['applicant', 'office'], to: ['Defence'] },
    scheduleDefence: { by: ['office'], to: ['Defence'] },
    beginDefence: { by: ['office'], to: ['Defence'] },
    endDefence: { by: ['office'], to: ['Defence'] },
    scoreDefence: { by: ['assessor'], to: ['Defence'] },
    recordNoShow: { by: ['office'], to: ['Defence'] },
    completeDefence: { by: ['office'], to: ['Defence', 'OnSiteReview'] },
    recordDelivery: { by: ['office'], to: ['Ended'] },
    ...underWay('Defence'),
  },
  OnSiteReview: {
    ...reportAgain('OnSiteReview'),
    planOnSite: { by: ['office'], to: ['OnSiteReview'] },
    recordOnSiteFinding: { by: ['assessor'], to: ['OnSiteReview'] },
    signFindings: { by: ['assessor'], to: ['OnSiteReview'] },
    answerFindings: { by: ['applicant'], to: ['OnSiteReview'] },
    recordSignatureRefusal: { by: ['office', 'panelLeader'], to: ['OnSiteReview'] },
    handInOnSiteReport: { by: ['panelLeader'], to: ['Recommendation'] },
    ...underWay('OnSiteReview'),
  },
  Recommendation: {
    recommendForAward: { by: ['office'], to: ['CommitteeVote', 'Ended'] },
    setVisitAside: visitAgain,
    ...underWay('Recommendation'),
  },
  CommitteeVote: {
    closeVote: { by: ['committeeMember'], to: ['AwardNotice', 'Ended'] },
    setVisitAside: visitAgain,
    ...underWay('CommitteeVote'),
  },
  AwardNotice: {
    publishNotice: { by: ['office'], to: ['AwardNotice'] },
    object: { by: ['public'], to: ['AwardNotice'] },
    decideObjection: { by: ['office'], to: ['AwardNotice', 'Ended'] },
    endNotice: { by: ['system'], to: ['AwardNotice', 'GovernmentApproval'] },
    ...underWay('AwardNotice'),
  },
  GovernmentApproval: {
    recordGovernmentDecision: { by: ['registrar'], to: ['Awarded', 'Ended'] },
    ...underWay('GovernmentApproval'),
  },
  Awarded: {},
  Refused: {},
  Withdrawn: {},
  Ended: { reopenVote: { by: ['office'], to: ['CommitteeVote'] } },
} as const satisfies Record<Stage, Record<string, Transition<Stage>>>;

/** An action of some stage. */
export type Action = { [S in Stage]: keyof (typeof lifecycle)[S] }[Stage];

/** What carries a case on, and is refused while it is suspended; see suspension/is-suspended.ts. */
export const carriesOn: ReadonlySet<string> = new Set<string>([
  'requestCorrection',
  'passEligibility',
  'passConsultation',
  'publishNotice',
  'endNotice',
  'shortlist',
  'completeDefence',
  'handInOnSiteReport',
  'recommendForAward',
  'closeVote',
  'recordGovernmentDecision',
] satisfies Action[]);

/** The stages of a revocation (A27): no step can be skipped. */
export const revocationStages = [
  'Investigation',
  'Hearing',
  'CommitteeDecision',
  'GovernmentRevocation',
  'Recovery',
  'Revoked',
  'Dropped',
] as const;
export type RevocationStage = (typeof revocationStages)[number];

/** The lifecycle of a revocation case, in the same form. */
export const revocationLifecycle = {
  Investigation: {
    addEvidence: { by: ['office'], to: ['Investigation'] },
    concludeInvestigation: { by: ['office'], to: ['Investigation'] },
    giveHearingNotice: { by: ['office'], to: ['Hearing'] },
    drop: { by: ['office'], to: ['Dropped'] },
  },
  Hearing: {
    addEvidence: { by: ['office', 'applicant'], to: ['Hearing'] },
    stateDefence: { by: ['applicant'], to: ['Hearing'] },
    requestHearing: { by: ['applicant'], to: ['Hearing'] },
    waiveHearing: { by: ['applicant'], to: ['Hearing'] },
    recordHearing: { by: ['office'], to: ['Hearing'] },
    closeHearing: { by: ['office'], to: ['CommitteeDecision'] },
    drop: { by: ['office'], to: ['Dropped'] },
  },
  CommitteeDecision: {
    conveneVote: { by: ['office'], to: ['CommitteeDecision'] },
    closeVote: { by: ['committeeMember'], to: ['GovernmentRevocation', 'Dropped'] },
  },
  GovernmentRevocation: {
    recordRevocation: { by: ['registrar'], to: ['Recovery', 'Dropped'] },
  },
  Recovery: {
    assignRecovery: { by: ['office'], to: ['Recovery'] },
    announceRevocation: { by: ['office'], to: ['Recovery', 'Revoked'] },
    recordRecovery: { by: ['office'], to: ['Recovery', 'Revoked'] },
  },
  Revoked: {},
  Dropped: {},
} as const satisfies Record<RevocationStage, Record<string, Transition<RevocationStage>>>;

export type RevocationAction = { [S in RevocationStage]: keyof (typeof revocationLifecycle)[S] }[RevocationStage];

const table = (kind: 'application' | 'revocation'): Record<string, Record<string, Transition<string>>> =>
  kind === 'application' ? lifecycle : revocationLifecycle;

/** The actions a stage offers. */
export const actionsOf = (kind: 'application' | 'revocation', stage: string): Record<string, Transition<string>> =>
  table(kind)[stage] ?? {};

/** The other stages a stage can lead to, in the table's order and each once. */
export const nextStages = (kind: 'application' | 'revocation', stage: string): string[] => [
  ...new Set(
    Object.values(actionsOf(kind, stage))
      .flatMap((t) => t.to)
      .filter((to) => to !== stage),
  ),
];

/** The stages in which a case is over. Of all of them only a vote on a place that came free leads back (D20). */
const ends = {
  application: ['Awarded', 'Refused', 'Withdrawn', 'Ended'],
  revocation: ['Revoked', 'Dropped'],
} as const satisfies { application: readonly Stage[]; revocation: readonly RevocationStage[] };

/** Whether the case is over in this stage. */
export const isEnd = (kind: 'application' | 'revocation', stage: string): boolean =>
  ends[kind].some((end) => end === stage);

/** The stages in which a case waits for people, in order: one wait state of the machine each. */
export const waitingStages = (kind: 'application' | 'revocation'): string[] =>
  (kind === 'application' ? stages : revocationStages).filter((s) => s !== 'Draft' && !isEnd(kind, s));
