/** Refusals of the eligibility review (A12–A16). */
export const eligibilityRefusals = {
  'eligibility.correction-used': {
    kind: 'conflict',
    article: 'A16',
    zh: '补正只有一次机会,已于 {requestedAt} 用过;请直接作出通过或不予受理的决定。',
    en: 'There is one correction and it was requested at {requestedAt}; decide on what is there.',
  },
  'eligibility.correction-unfit': {
    kind: 'invalid',
    article: 'A16',
    zh: '要求补正的下列部分、材料类别或条款不属于此类申报:{parts}。',
    en: 'These are no sections, kinds of files or conditions of such an application: {parts}.',
  },
  'eligibility.correction-running': {
    kind: 'conflict',
    article: 'A16',
    zh: '补正期限至 {endsAt},尚未届满。',
    en: 'The applicant has until {endsAt} to correct.',
  },
  'eligibility.recommendation-missing': {
    kind: 'conflict',
    article: 'A10',
    zh: '推荐单位({jurisdiction})尚未出具推荐意见,不能通过资格审查。',
    en: 'The recommending body ({jurisdiction}) has not given its opinion yet.',
  },
  'eligibility.findings-missing': {
    kind: 'invalid',
    article: 'A16',
    zh: '下列条款尚未认定:{items}。每一项都须认定并说明理由。',
    en: 'There is no finding yet on: {items}. Each needs one, with a reason.',
  },
  'eligibility.findings-unfit': {
    kind: 'invalid',
    article: 'A16',
    zh: '下列认定重复、不适用于此类申报或结果填写有误:{items}。',
    en: 'These findings are doubled, not for this kind of applicant, or of the wrong kind: {items}.',
  },
  'eligibility.arithmetic-against': {
    kind: 'conflict',
    article: 'A12',
    zh: '按填报数据计算,下列条件不满足:{items}。请核对计算结果后办理不予受理或要求补正。',
    en: 'By the figures reported these conditions are not met: {items}. Refuse, or request a correction.',
  },
  'eligibility.policy-loss-undocumented': {
    kind: 'invalid',
    article: 'A12(6)',
    zh: '{years} 年为政策性亏损,认定符合须注明证明文件(文号或上传的文件)。',
    en: 'The loss of {years} is called a policy loss: to find it met, name the evidence (number or file).',
  },
  'eligibility.no-ground': {
    kind: 'conflict',
    article: 'A16',
    zh: '依据 {article} 不予受理,须先有对该条的不利认定、计算结果或有据的不得申报情形;推荐意见缺失(A10)须已过推荐期限,材料不全(A16)须已经补正。',
    en: 'A refusal by {article} rests on a finding, on arithmetic or on a documented fact against it; by A10 only after the time for recommendations, by A16 only after the correction.',
  },
  'exclusion.unfit': {
    kind: 'invalid',
    article: 'A13',
    zh: '{item} 不适用于此类申报,或事实类别与该项不符(该项可选:{natures})。',
    en: '{item} does not apply to this applicant or does not speak of such a fact (it does of: {natures}).',
  },
  'exclusion.date-wrong': {
    kind: 'invalid',
    article: 'A13',
    zh: '日期有误:{on} {until} 须依次排列且不晚于今日({today})。',
    en: 'The dates are wrong: {on} {until} come in order and not after today ({today}).',
  },
  'exclusion.outside-look-back': {
    kind: 'conflict',
    article: 'A13',
    zh: '{item}:该事实的日期为 {on},早于近 {years} 年的起算日 {from}(含当日;基准日 {anchor})。依规定不构成不得申报情形。',
    en: '{item}: the fact is dated {on}, before the look-back of {years} years, which runs from {from} (inclusive) to {anchor}: it does not exclude.',
  },
  'exclusion.undocumented': {
    kind: 'invalid',
    article: 'A13',
    zh: '认定不得申报情形须注明事实类别、日期、来源部门和文件(文号或上传的文件):{items}。',
    en: 'A finding that excludes needs the kind of fact, its date, the source and the document (number or file): {items}.',
  },
  'eligibility.not-passed': {
    kind: 'conflict',
    article: 'A16',
    zh: '认定结果中有不符合的条件或存在不得申报情形:{items}。不能通过,请办理不予受理。',
    en: 'The findings are against the applicant on: {items}. It cannot pass; refuse it instead.',
  },
} as const;
