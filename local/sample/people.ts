import type { Role } from '#domain/actor';
import type { SamplePerson } from '../sign-in/person.ts';

interface Part extends SamplePerson {
  /** The role granted in the sample programme; applicants need none. */
  readonly grant?: { readonly role: Role; readonly departmentCode?: string; readonly jurisdiction?: string };
}

const groups = {
  applicants: '申报主体 Applicants',
  office: '评审办与系统 Review office and system',
  parties: '推荐单位与有关部门 Recommending bodies and departments',
  experts: '评审员 Assessors',
  deciders: '评审委与市政府 Committee and government',
};

const person = (
  sub: string,
  [name, nameEn]: [string, string],
  [role, roleEn]: [string, string],
  group: keyof typeof groups,
  grant?: Part['grant'],
): Part => ({
  sub,
  name,
  nameEn,
  email: `${sub}@example.test`,
  role,
  roleEn,
  group: groups[group],
  ...(grant && { grant }),
});

const department = (code: string, name: string, nameEn: string, who: [string, string]) =>
  person(`dept-${code}`, who, [name, nameEn], 'parties', { role: 'department', departmentCode: code });
const assessor = (n: number, who: [string, string]) =>
  person(`assessor-${n}`, who, ['评审员', 'Assessor'], 'experts', { role: 'assessor' });
const member = (n: number, who: [string, string]) =>
  person(`member-${n}`, who, ['评审委委员', 'Committee member'], 'deciders', { role: 'committeeMember' });

/** The people of the sample: everyone a cycle needs. All invented. */
export const people: readonly Part[] = [
  person(
    'organisation',
    ['滇池机械申报专员', 'Dianchi Machinery'],
    ['申报组织', 'Applicant organisation'],
    'applicants',
  ),
  person('individual', ['李娜', 'Li Na'], ['申报个人', 'Individual applicant'], 'applicants'),
  person('admin', ['系统管理员', 'Administrator'], ['系统管理员', 'Administrator'], 'office'),
  person('office', ['王敏', 'Wang Min'], ['评审办工作人员', 'Review office'], 'office', { role: 'office' }),
  person('office-2', ['赵磊', 'Zhao Lei'], ['评审办工作人员', 'Review office'], 'office', { role: 'office' }),
  person('auditor', ['孙洁', 'Sun Jie'], ['监督审计', 'Auditor'], 'office', { role: 'auditor' }),
  person('wuhua', ['五华区人民政府', 'Wuhua District'], ['推荐单位', 'Recommending body'], 'parties', {
    role: 'recommendingBody',
    jurisdiction: '五华区',
  }),
  department('market', '市场监管局', 'Market regulation', ['周涛', 'Zhou Tao']),
  department('environment', '生态环境局', 'Ecology and environment', ['吴静', 'Wu Jing']),
  department('emergency', '应急管理局', 'Emergency management', ['郑强', 'Zheng Qiang']),
  assessor(1, ['陈教授', 'Prof. Chen']),
  assessor(2, ['杨高工', 'Engineer Yang']),
  assessor(3, ['黄研究员', 'Researcher Huang']),
  member(1, ['委员甲', 'Member A']),
  member(2, ['委员乙', 'Member B']),
  member(3, ['委员丙', 'Member C']),
  person('registrar', ['市政府登记员', 'Registrar'], ['市政府登记员', 'Government registrar'], 'deciders', {
    role: 'registrar',
  }),
];
