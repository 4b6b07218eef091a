/** Refusals about a dossier (A29). */
export const dossierRefusals = {
  'dossier.nothing-handed-in': {
    kind: 'conflict',
    article: 'A29',
    zh: '申报尚未提交,没有可导出的案卷。',
    en: 'The application was never handed in: there is no dossier of it.',
  },
  'dossier.in-preparation': {
    kind: 'conflict',
    zh: '您已申请导出该案卷,正在准备,请稍候。',
    en: 'The dossier that you asked for is being put together; please wait for it.',
  },
  'dossier.not-ready': {
    kind: 'conflict',
    zh: '案卷尚未备妥,或准备失败,请重新申请导出。',
    en: 'The dossier is not ready, or could not be made; ask for it again.',
  },
  'dossier.gone': {
    kind: 'conflict',
    zh: '导出的案卷只保存 {days} 天,已于 {until} 删除,请重新申请导出。',
    en: 'An exported dossier lies ready for {days} days and was removed at {until}; ask for it again.',
  },
} as const;
