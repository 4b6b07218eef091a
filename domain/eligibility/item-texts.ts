interface Text {
  readonly zh: string;
  readonly en: string;
}

/** What each condition and exclusion says, in short (A12–A14); the wording that decides is the regulation's. */
export const itemTexts: Readonly<Record<string, Text>> = {
  A12: {
    zh: '在昆明市依法注册 3 年以上、具有独立法人资格的企事业单位或其他法人机构',
    en: 'An independent legal person registered in Kunming for three years or more',
  },
  'A12(1)': {
    zh: '符合产业导向、环保、节能、安全、质量等法律法规及政策要求,具备有关资质或证照',
    en: 'In line with law and policy on industry, environment, energy, safety and quality; licensed',
  },
  'A12(2)': {
    zh: '高层领导重视质量管理,确定质量战略和质量文化,持续追求卓越',
    en: 'Leadership values quality, has a quality strategy and culture and strives for excellence',
  },
  'A12(3)': {
    zh: '质量管理有行业特色、成效显著,主要指标上年度处于全市同行业领先水平或社会贡献位于行业前列',
    en: 'Quality management of its own kind with results that lead the trade in Kunming',
  },
  'A12(4)': {
    zh: '运行质量管理体系,强制性产品已获认证注册,监督抽查合格',
    en: 'A quality management system in operation, mandatory certification, supervision samples passed',
  },
  'A12(5)': { zh: '履行社会责任,信用记录和社会声誉良好', en: 'Social responsibility, good credit and reputation' },
  'A12(6)': { zh: '近 3 年未发生亏损(政策性亏损除外)', en: 'No loss in the last three years, policy losses excepted' },
  'A12(7)': {
    zh: '遵守环保法律法规,污染物达标排放并符合总量要求',
    en: 'Environmental law kept, emissions within limits',
  },
  'A12(8)': { zh: '依法参加社会保险并按时缴费', en: 'Social insurance joined and paid in time' },
  'A13(1)': {
    zh: '不符合质量、环保、产业发展政策',
    en: 'Not in line with quality, environmental or industrial policy',
  },
  'A13(2)': { zh: '应取得有关证照而未取得', en: 'Without a licence that the state demands' },
  'A13(3)': {
    zh: '近 3 年发生较大以上生产安全事故或重大质量、环境、公共卫生、食品安全、劳动保护等事故,有严重失信行为',
    en: 'A major accident in the last three years, or serious dishonesty',
  },
  'A13(4)': {
    zh: '近 3 年国家、省、市监督抽查产品不合格,或存在严重服务质量问题',
    en: 'A supervision sample failed or serious service problems in the last three years',
  },
  'A13(5)': {
    zh: '近 3 年参加各级质量奖评定弄虚作假等违规',
    en: 'Fraud in the assessment of any quality award in the last three years',
  },
  'A13(6)': { zh: '近 3 年存在税收违法违纪情形', en: 'A breach of tax law in the last three years' },
  'A13(7)': { zh: '近 3 年有违反劳动保障法律法规行为', en: 'A breach of labour law in the last three years' },
  'A14(1)': {
    zh: '在昆明市从事质量或质量有关工作 5 年以上',
    en: 'Five years or more of quality work in Kunming',
  },
  'A14(2)': {
    zh: '质量创新和改进意识较强,形成独特的工作方法、经验或成果',
    en: 'Innovation and improvement with methods, experience or results of their own',
  },
  'A14(3)': {
    zh: '对质量文化、行业质量水平、产业工艺和技能改进等作出重要贡献',
    en: 'An important contribution to quality culture, the trade or its techniques',
  },
  'A14(4)': {
    zh: '推广先进质量管理理念或方法,具有较高知名度和影响力',
    en: 'Spreads advanced quality management, known and influential',
  },
  'A14(5)': {
    zh: '如为组织最高管理者,所在组织近 3 年无严重违法违纪、重大事故、重大质量投诉和严重失信',
    en: 'Of a top manager: the employer has had no grave breach, accident, complaint or dishonesty in three years',
  },
};
