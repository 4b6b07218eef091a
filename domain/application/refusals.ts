/** Refusals about an application. */
export const applicationRefusals = {
  'application.incomplete': {
    kind: 'invalid',
    article: 'A16',
    zh: '申报材料不完整,尚缺:{missing}。补齐后再提交。',
    en: 'The application is incomplete; missing: {missing}.',
  },
  'application.wrong-section': {
    kind: 'invalid',
    zh: '该部分不属于此类申报({kind})。',
    en: 'This section does not belong to an application of kind {kind}.',
  },
  'application.section-invalid': {
    kind: 'invalid',
    zh: '填写内容不符合要求,请检查标出的字段。',
    en: 'The section does not fit; check the fields named.',
  },
  'application.section-changed': {
    kind: 'conflict',
    zh: '该部分已由{savedByName}于 {savedAt} 修改(第 {version} 版),请对照现有内容合并后再保存。',
    en: '{savedByName} saved this section at {savedAt} (version {version}); look at it, merge, and save again.',
  },
  'application.not-legal-person': {
    kind: 'conflict',
    article: 'A12',
    zh: '申报组织须具有独立法人资格;分公司等分支机构不能申报,请由所属法人申报。',
    en: 'Only an independent legal person can apply; a branch cannot, the legal person it belongs to can.',
  },
  'application.domicile-elsewhere': {
    kind: 'conflict',
    article: 'A12',
    zh: '申报组织的住所须在本市({area});所填住所区划代码为 {division}。',
    en: 'The domicile must be in the area of the award ({area}); the division given is {division}.',
  },
  'application.applied-already': {
    kind: 'conflict',
    article: 'A15',
    zh: '该主体本届已提交申报,同一届只能申报一次。如非贵方提交(他人冒用名义),请向评审办反映。',
    en: 'This applicant has already applied in this cycle; one application each. If somebody else used your name, turn to the review office.',
  },
  'application.registered-too-briefly': {
    kind: 'conflict',
    article: 'A12',
    zh: '须在本市依法注册满 {years} 年:注册日期 {registeredOn},至申报截止日 {closing} 未满。',
    en: 'Registration for {years} years is required: registered on {registeredOn}, closing on {closing}.',
  },
  'application.fiscal-years-missing': {
    kind: 'invalid',
    article: 'A12',
    zh: '须填报最近三个会计年度({years})的经营结果。',
    en: 'The results of the last three closed fiscal years ({years}) are needed.',
  },
  'application.arithmetic-against': {
    kind: 'conflict',
    article: 'A12',
    zh: '按填报数据计算,不符合申报条件:{zh}',
    en: 'By the figures reported a condition is not met: {en}',
  },
  'application.extension-too-short': {
    kind: 'invalid',
    article: 'A15',
    zh: '延长后的截止时间须晚于现在和原截止时间({closesAt})。',
    en: 'The extended closing must be later than now and than {closesAt}.',
  },
  'application.extension-too-long': {
    kind: 'invalid',
    article: 'A15',
    zh: '延长后的截止时间最迟为 {latest}(申报截止当年年末;临近年末截止的,为截止后 31 日)。',
    en: 'More time ends by {latest}: the end of the closing year, or 31 days after a closing late in it.',
  },
  'application.not-withdrawn': {
    kind: 'conflict',
    article: 'A15',
    zh: '只有已撤回的申报可以重新开始(当前阶段:{stage})。',
    en: 'Only a withdrawn application can be begun again (it is in stage {stage}).',
  },
  'application.withdrawn-unresolved': {
    kind: 'conflict',
    article: 'A13',
    zh: '该申报撤回时尚有未处理的不得申报情形、不予受理意见或部门异议,本届不能重新申报。',
    en: 'It was withdrawn while a fact, a proposed refusal or an objection was unresolved: this applicant cannot apply again in this cycle.',
  },
  'application.begun-again-already': {
    kind: 'conflict',
    article: 'A15',
    zh: '已由该撤回的申报重新开始过一份申报,请在“我的申报”中继续。',
    en: 'A new draft was begun from this one already; go on with it.',
  },
  'application.past-winner': {
    kind: 'conflict',
    article: 'A5',
    zh: '按本届规则,往届获奖者不能再次申报。',
    en: 'By the rules of this cycle, winners of earlier cycles cannot apply again.',
  },
  'application.not-submitted': {
    kind: 'conflict',
    article: 'A15',
    zh: '该申报尚未提交,没有回执。',
    en: 'The application was not handed in yet, so there is no receipt.',
  },
  'member.not-registered': {
    kind: 'invalid',
    zh: '没有以该邮箱注册的(唯一)人员,请对方先注册。',
    en: 'Nobody (or more than one person) is registered with this e-mail address.',
  },
  'member.owner-already': {
    kind: 'conflict',
    zh: '申报负责人本人无须添加。',
    en: 'The owner is no member to be added.',
  },
  'member.duty-conflicts': {
    kind: 'conflict',
    article: 'A7',
    zh: '在本奖项中担任审查、评审、推荐、监督等职责的人员不能申报,也不能参加申报工作。',
    en: 'Whoever holds a duty in the award cannot apply or work on an application in it.',
  },
  'member.too-many': {
    kind: 'tooLarge',
    zh: '成员数量已达上限({limit} 人)。',
    en: 'There are {limit} members already.',
  },
  'application.correction-over': {
    kind: 'conflict',
    article: 'A16',
    zh: '补正期限已于 {endsAt} 届满,不能再补正。',
    en: 'The time for the correction ended at {endsAt}.',
  },
} as const;
