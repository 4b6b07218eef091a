import type * as z from 'zod';
import type { sectionSchemas } from './form.ts';

interface Label {
  readonly zh: string;
  readonly en: string;
}
type Sections = typeof sectionSchemas;
type Labels = {
  readonly [S in keyof Sections]: Label & { readonly fields: Readonly<Record<keyof z.infer<Sections[S]>, Label>> };
};

const l = (zh: string, en: string): Label => ({ zh, en });

const contact = {
  contactName: l('联系人', 'Contact'),
  contactPhone: l('联系电话', 'Telephone'),
  contactEmail: l('电子邮箱', 'E-mail'),
};

/** What people read for each section of the form and each of its fields. */
export const sectionLabels: Labels = {
  organisationIdentity: {
    ...l('组织基本信息', 'The organisation'),
    fields: {
      name: l('组织名称', 'Name'),
      creditCode: l('统一社会信用代码', 'Unified social credit code'),
      registeredOn: l('成立(注册)日期', 'Registered on'),
      registrationType: l('登记类型', 'Kind of registration'),
      registrationAuthority: l('登记机关', 'Registration authority'),
      legalPerson: l('是否具有独立法人资格', 'Independent legal person'),
      domicileDivision: l('住所所在县(市)区', 'Division of the domicile'),
      address: l('住所', 'Domicile'),
      jurisdiction: l('推荐单位(辖区、行业)', 'Jurisdiction of the recommending body'),
      seniorLeader: l('高层领导(答辩人)', 'Senior leader (defender)'),
      encouragedGroups: l(
        '属于鼓励申报的哪类组织(不影响评分)',
        'Encouraged groups it belongs to (no effect on scores)',
      ),
      ...contact,
    },
  },
  individualIdentity: {
    ...l('个人基本信息', 'The individual'),
    fields: {
      name: l('姓名', 'Name'),
      idKind: l('证件类型', 'Kind of ID'),
      idNumber: l('证件号码', 'ID number'),
      employer: l('工作单位', 'Employer'),
      topManager: l('是否为所在组织最高管理者', 'Top manager of the employer'),
      jurisdiction: l('推荐单位(辖区、行业)', 'Jurisdiction of the recommending body'),
      workPeriods: l('质量工作经历', 'Periods of quality work'),
      ...contact,
    },
  },
  relations: {
    ...l('行业与主要往来单位', 'Trade and main partners'),
    fields: {
      industry: l('所属行业', 'Trade'),
      mainCustomers: l('主要顾客', 'Main customers'),
      mainSuppliers: l('主要供方', 'Main suppliers'),
    },
  },
  profile: { ...l('组织概述', 'Organisational profile'), fields: { text: l('正文', 'Text') } },
  results: { ...l('经营结果', 'Results'), fields: { fiscalYears: l('最近会计年度', 'Closed fiscal years') } },
  conditions: { ...l('条件声明', 'Declarations'), fields: { declarations: l('逐项声明', 'By condition') } },
  undertaking: {
    ...l('信用承诺', 'Credit undertaking'),
    fields: {
      truthful: l('承诺材料真实', 'Everything is true'),
      signedBy: l('签署人', 'Signed by'),
      signedOn: l('签署日期', 'Signed on'),
    },
  },
};

/** What people read for each kind of file that an application can hold. */
export const documentLabels = {
  applicationForm: l('申报表(盖章扫描件)', 'Application form, stamped'),
  organisationalProfile: l('组织概述', 'Organisational profile'),
  selfAssessment: l('自评报告', 'Self-assessment report'),
  evidence: l('证实性材料', 'Evidence'),
  creditUndertaking: l('信用承诺书', 'Credit undertaking'),
  identity: l('身份证明', 'Proof of identity'),
  workHistory: l('简历和工作经历证明', 'CV and proof of work'),
  employerOpinion: l('所在单位意见', 'Opinion of the employer'),
  other: l('其他', 'Other'),
} as const;
