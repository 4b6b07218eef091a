interface Declaration {
  readonly condition: string;
  readonly statement: string;
  readonly documents?: readonly string[];
}

const declared = (article: string, paragraphs: readonly number[]): Declaration[] =>
  paragraphs.map((n) => ({
    condition: `${article}(${n})`,
    statement: article === 'A13' ? '不存在该情形。' : '符合该项条件,证明材料见附件。',
  }));

/** The declarations with the files that show each condition; that an exclusion is absent needs none. */
export const withEvidence = (
  { declarations }: { readonly declarations: readonly Declaration[] },
  documents: string[],
) => ({
  declarations: declarations.map((d) => (d.condition.startsWith('A13') ? d : { ...d, documents })),
});

/** The forms that the sample applicants fill in. All invented; codes carry valid check characters. */
export const organisationForm = (creditCode: string, name: string, fiscalYears: readonly number[]) => ({
  organisationIdentity: {
    name,
    creditCode,
    registeredOn: '2009-06-18',
    registrationType: 'company',
    registrationAuthority: '昆明市五华区市场监督管理局',
    legalPerson: true,
    domicileDivision: '530102',
    address: '昆明市五华区人民中路 1 号',
    jurisdiction: '五华区',
    seniorLeader: '刘建国',
    contactName: '何丽',
    contactPhone: '0871-60000001',
    contactEmail: 'quality@dianchi.example',
  },
  profile: { text: `${name}从事精密机械的设计与制造,主要产品为数控机床主轴。主要顾客为装备制造企业。`.repeat(8) },
  results: {
    fiscalYears: fiscalYears.map((year, i) => ({ year, netProfit: 12_000_000 + i * 1_500_000, policyLoss: false })),
  },
  conditions: {
    declarations: [...declared('A12', [1, 2, 3, 4, 5, 6, 7, 8]), ...declared('A13', [1, 2, 3, 4, 5, 6, 7])],
  },
  undertaking: { truthful: true, signedBy: '刘建国', signedOn: '2026-01-05' },
});

export const individualForm = (idNumber: string, name: string) => ({
  individualIdentity: {
    name,
    idKind: 'residentId',
    idNumber,
    employer: '昆明市质量技术研究院',
    topManager: false,
    jurisdiction: '五华区',
    workPeriods: [
      { from: '2012-07-01', to: '2018-06-30', division: '530111', employer: '昆明云内零部件公司', duty: '质量工程师' },
      { from: '2018-07-01', division: '530102', employer: '昆明市质量技术研究院', duty: '质量改进负责人' },
    ],
    contactName: name,
    contactPhone: '13800000002',
    contactEmail: 'lina@example.test',
  },
  conditions: {
    declarations: [...declared('A14', [1, 2, 3, 4, 5]), ...declared('A13', [3, 5, 6])],
  },
  undertaking: { truthful: true, signedBy: name, signedOn: '2026-01-05' },
});

const codeAlphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** A unified social credit code with a valid check character, from a serial number. */
export function creditCodeOf(serial: number): string {
  const body = `91530102MA${String(serial).padStart(7, '0')}`;
  const sum = [...body].reduce((total, c, i) => total + codeAlphabet.indexOf(c) * (3 ** i % 31), 0);
  return body + codeAlphabet[(31 - (sum % 31)) % 31];
}

/** A resident ID number with a valid check digit, from a serial number. */
export function idNumberOf(serial: number): string {
  const body = `53010219850312${String(serial % 1000).padStart(3, '0')}`;
  const sum = [...body].reduce((total, digit, i) => total + Number(digit) * (2 ** (17 - i) % 11), 0);
  return body + '10X98765432'[sum % 11];
}
