import * as z from 'zod';

/** A department that can be consulted (A16): its code is part of letters and grants and never changes. */
export const department = z.object({
  code: z.string().regex(/^[a-z][a-zA-Z0-9-]{1,40}$/),
  zh: z.string().trim().min(1).max(50),
  en: z.string().trim().min(1).max(100),
  usual: z.boolean().describe('Consulted as a rule; the others where there is a reason'),
});
export type Department = z.infer<typeof department>;

const one = (code: string, zh: string, en: string, usual = true): Department => ({ code, zh, en, usual });

/** The departments that are consulted as a rule; a programme that has a list of its own has another. */
export const usualDepartments: readonly Department[] = [
  one('market', '市场监管局', 'Market regulation'),
  one('environment', '生态环境局', 'Ecology and environment'),
  one('emergency', '应急管理局', 'Emergency management'),
  one('fire', '消防救援支队', 'Fire and rescue'),
  one('tax', '税务局', 'Taxation'),
  one('labour', '人力资源和社会保障局', 'Human resources and social security'),
  one('health', '卫生健康委员会', 'Health'),
  one('development', '发展和改革委员会', 'Development and reform'),
  one('industry', '工业和信息化局', 'Industry and information technology'),
  one('housing', '住房和城乡建设局', 'Housing and construction'),
  one('customs', '海关', 'Customs'),
  one('police', '公安局', 'Public security'),
  one('court', '中级人民法院', 'Court'),
  one('procuratorate', '人民检察院', 'Procuratorate'),
  one('discipline', '纪委监委', 'Discipline and supervision', false),
  one('statistics', '统计局', 'Statistics', false),
];
