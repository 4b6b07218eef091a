import { describe, expect, test } from 'vitest';
import { individualIdentity } from '#domain/application/form';
import { applicationFor } from '#domain/application/views';
import { answerCorrection, requestCorrection } from '#domain/privacy/correction';
import { correctMe, eraseDraft, eraseMe } from '#domain/privacy/erase';
import { maskedEmail, maskedIdNumber, maskedPhone } from '#domain/privacy/masking';
import type { Person } from '#domain/programme/person';
import { Refused } from '#domain/refused';
import { refusalText } from '#domain/refusals';
import { newHead } from '#domain/record';
import { individualForm } from '#local/sample/forms';
import { anApplication, at, officer, owner, programmeId, someone } from '#test/build/an-application';
import { refusalBy } from '#test/build/refused';
import { refusalOf } from '#test/build/refusal';

const person = (given: Partial<Person> = {}): Person => ({
  ...newHead('*'),
  ...{ personId: 'owner', name: '张三', email: 'z@example.com', phone: '13800001234', language: 'zh-CN' },
  ...{ consentedAt: '2027-01-01T00:00:00.000Z', grants: [] },
  ...given,
});

describe('numbers are masked', () => {
  test.each([
    [maskedIdNumber, '530102199001011234', '530*************34'],
    [maskedIdNumber, 'E1234', '*****'],
    [maskedPhone, '13800001234', '138******34'],
    [maskedPhone, '110', '***'],
    [maskedEmail, 'zhang.san@example.com', 'z---@example.com'],
  ])('%#', (mask, from, to) => expect(mask(from)).toBe(to));
});

describe('an individual’s application', () => {
  const [name, idNumber] = ['张三', '530102199001011239'];
  const content = individualIdentity.parse(individualForm(idNumber, name).individualIdentity);
  const section = { content, version: 1, savedAt: '', savedBy: 'owner', savedByName: '' };
  const of = anApplication({
    ...{ kind: 'individual', stage: 'EligibilityReview', appliedAs: idNumber },
    sections: { individualIdentity: section },
    handedIn: { individualIdentity: section },
  });
  const seenBy = (who: typeof officer) => JSON.stringify(applicationFor(who, of));

  test('shows its numbers to its applicant and to the office, which examines them', () => {
    for (const who of [owner, officer]) expect(seenBy(who)).toContain(idNumber);
  });

  test('shows an auditor whose it is, and no number of theirs', () => {
    const seen = seenBy(someone('auditor', 'auditor'));
    expect(seen).toContain(name);
    expect(seen).not.toContain(idNumber);
    expect(seen).not.toContain(content.contactPhone);
  });
});

describe('erasure (PIPL) is refused while A29 keeps files', () => {
  test('with the ground and the day, in Chinese and English', () => {
    const refused = refusalBy(() => eraseMe(person(), ['2038-01-01', '2040-03-01'], at(owner)));
    expect(refused).toEqual({ code: 'privacy.kept', detail: { until: '2040-03-01' } });
    const { zh, en } = refusalText('privacy.kept', refused?.detail ?? {});
    expect(zh).toMatch(/第二十九条.*2040-03-01/);
    expect(en).toContain('2040-03-01');
    expect(new Refused('privacy.kept').code).toBe('privacy.kept');
  });

  test('and while somebody holds a duty; one that ended, and being an applicant, is none', () => {
    const grant = { grantId: 'g', programmeId, since: '2027-01-01T00:00:00.000Z', grantedBy: 'a' };
    const erase = (more: object) =>
      refusalOf(() => eraseMe(person({ grants: [{ ...grant, ...more } as never] }), [], at(owner)));
    expect(erase({ role: 'assessor' })).toBe('privacy.role-held');
    expect(erase({ role: 'assessor', until: '2027-02-01T00:00:00.000Z' })).toBe('allowed');
    expect(erase({ role: 'applicant' })).toBe('allowed');
  });

  test('else nothing of the person stays in the register, nor in the event that says so', () => {
    const { next, events, actor } = eraseMe(person(), [], at({ ...owner, name: '张三' }));
    expect(JSON.stringify({ next, events, actor })).not.toMatch(/张三|example\.com|13800001234/);
    expect(refusalOf(() => eraseMe(next, [], at(owner)))).toBe('privacy.erased-already');
  });

  test('a draft goes with its owner; what was handed in does not', () => {
    const sections = { profile: { content: { text: '概述' }, version: 1, savedAt: '', savedBy: '', savedByName: '' } };
    expect(eraseDraft(anApplication({ sections }), at(owner))?.next.sections).toEqual({});
    const receipt = { number: 'r', at: '', manifestSha256: '', files: [] };
    expect(eraseDraft(anApplication({ sections, receipt }), at(owner))).toBeUndefined();
    expect(eraseDraft(anApplication(), at(owner))).toBeUndefined();
  });
});

describe('correction', () => {
  test('of the register is the person’s own; the event tells the field and not the name', () => {
    const { next, events } = correctMe(person(), { name: '张叁', phone: undefined }, at(owner));
    expect(next).toMatchObject({ name: '张叁', phone: '13800001234' });
    expect(events).toEqual([{ type: 'personCorrected', detail: { fields: ['name'] } }]);
  });

  const asked = () =>
    requestCorrection({ programmeId, requestId: 'cor_1', wrong: '出生日期有误', right: '见附件' }, at(owner)).next;

  test('of what was handed in is asked for by anyone and answered by the office, once', () => {
    const answer = { corrected: true, text: '已加注更正' };
    const answered = answerCorrection(asked(), answer, at(officer)).next;
    expect(answered).toMatchObject({ status: 'corrected', personId: 'owner', answer: { text: '已加注更正' } });
    expect(refusalOf(() => answerCorrection(answered, answer, at(officer)))).toBe('privacy.decided-already');
  });

  test.each(['auditor', 'administrator', 'assessor', 'registrar'] as const)('is not answered by a %s', (role) =>
    expect(refusalOf(() => answerCorrection(asked(), { corrected: false, text: '否' }, at(someone('x', role))))).toBe(
      'person.role-missing',
    ),
  );
});
