import { describe, expect, test } from 'vitest';
import type { RefusalCode } from '#domain/refusals';
import { refusalText } from '#domain/refusals';
import { inChinese } from '#domain/wording';

describe('a Chinese sentence names things by their Chinese names', () => {
  test.each<[RefusalCode, Record<string, unknown>, string]>([
    [
      'application.incomplete',
      { missing: ['organisationIdentity', 'selfAssessment', 'A12(2)', '审计报告.pdf (上传未完成 / not arrived)'] },
      '申报材料不完整,尚缺:组织基本信息、自评报告、第十二条第(二)项、审计报告.pdf (上传未完成)。补齐后再提交。',
    ],
    [
      'stage.action-unavailable',
      { stage: 'EligibilityReview', action: 'saveSection', available: ['recommend', 'withdraw'] },
      '当前阶段“资格审查”不能办理“填写申报表”;现在可办理:出具推荐意见、撤回申报。',
    ],
    ['person.role-missing', { roles: ['office', 'panelLeader'] }, '您没有办理该事项的权限(需要:评审办、评审组组长)。'],
    ['application.wrong-section', { kind: 'individual' }, '该部分不属于此类申报(个人)。'],
    ['grant.department-unknown', { department: 'tax' }, '名录中没有该部门:税务局。'],
    [
      'cycle.closed',
      { closesAt: '2027-03-31T16:00:00.000Z' },
      '申报已截止(截止时间:2027-03-31 24:00),不能再提交;草稿仍可查看。',
    ],
    ['cycle.not-open', { opensAt: '2027-01-31T16:00:00.000Z' }, '申报尚未开始(开始时间:2027-02-01 00:00)。'],
  ])('%s', (code, detail, zh) => expect(refusalText(code, detail).zh).toBe(zh));

  test('and what has no other name stays as it is', () => {
    expect(inChinese('department', 'our-own')).toBe('our-own');
    expect(inChinese('missing', '说明 (初稿).pdf')).toBe('说明 (初稿).pdf');
    expect(inChinese('year', 2027)).toBe('2027');
    expect(inChinese('stage', undefined)).toBe('');
  });

  test('while the English one and the detail keep the codes', () =>
    expect(refusalText('person.role-missing', { roles: ['office'] }).en).toContain('office'));
});
