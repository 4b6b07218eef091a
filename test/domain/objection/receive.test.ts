import { describe, expect, test } from 'vitest';
import { publicActor } from '#domain/actor';
import { rules } from '#domain/cycle/rules';
import { objectionText } from '#domain/objection/objection';
import { receiveObjection } from '#domain/objection/receive';
import { at } from '#test/build/an-application';
import { anOrganisation, calendars } from '#test/build/eligibility';
import { aNotice, endsAt, underNotice } from '#test/build/notice';
import { refusalOf } from '#test/build/refusal';

const text = { applicationId: 'app_1', name: '赵某', email: 'zhao@example.org', text: '该企业 2026 年发生过事故。' };
const receive = (
  given: Partial<typeof text & { phone: string; idNumber: string }> = {},
  now = '2027-03-02T01:00:00.000Z',
  application = underNotice(),
  isNamed = true,
) =>
  receiveObjection(
    {
      notice: aNotice(),
      isNamed,
      application,
      objectionId: 'obj_1',
      codeHash: 'hash',
      rules: rules.parse({}),
      calendars,
    },
    objectionText.parse({ ...text, ...given }),
    at(publicActor, now),
  );

describe('an objection', () => {
  test('in time and by real name freezes the applicant; the office has five working days', () => {
    const { objection, application } = receive();
    expect(objection.next).toMatchObject({ status: 'open', name: '赵某', dueOn: '2027-03-10', codeHash: 'hash' });
    expect(objection.next.duty).toMatchObject({ party: 'office', dueOn: '2027-03-10' });
    expect(application?.next.objections).toEqual([{ objectionId: 'obj_1', noticeId: 'ntc_1', status: 'open' }]);
  });

  test('leaves nothing of who objected in the application, its trail, or any event', () => {
    const { objection, application } = receive({ phone: '13900001111', idNumber: '530102198503120011' });
    const told = JSON.stringify([application?.next, application?.events, objection.events]);
    expect(told).not.toMatch(/赵某|zhao@|13900001111|530102198503120011/);
  });

  test.each([
    ['in the last millisecond', {}, '2027-03-09T15:59:59.999Z', undefined],
    ['at the end of the period', {}, endsAt, 'late'],
    ['without a name', { name: '' }, undefined, 'anonymous'],
    ['with a name of blanks', { name: '   ' }, undefined, 'anonymous'],
    ['without a contact', { email: undefined }, undefined, 'anonymous'],
    ['with a telephone only', { email: undefined, phone: '0871-6313 1234' }, undefined, undefined],
    ['with a telephone of one digit', { email: undefined, phone: '1' }, undefined, 'anonymous'],
    ['by 匿名', { name: '匿名' }, undefined, 'anonymous'],
    ['by 匿名举报', { name: ' 匿 名 举报' }, undefined, 'anonymous'],
    ['by 群众', { name: '一名热心群众' }, undefined, 'anonymous'],
    ['by 知情人士', { name: '知情人士' }, undefined, 'anonymous'],
    ['by 某某', { name: '某某' }, undefined, 'anonymous'],
    ['by one letter', { name: '赵' }, undefined, 'anonymous'],
    ['by xxx', { name: 'xxx' }, undefined, 'anonymous'],
    ['by no letters', { name: '12345' }, undefined, 'anonymous'],
    ['by Anonymous', { name: 'Anonymous' }, undefined, 'anonymous'],
    ['by a body whose name begins so', { name: '群众艺术馆' }, undefined, undefined],
    ['by a body of workers', { name: '昆明市职工技术协会' }, undefined, undefined],
    ['by a name in Latin letters', { name: 'Li Na' }, undefined, undefined],
    ['by a name with a middle dot', { name: '阿依·木' }, undefined, undefined],
  ])('%s', (_, given, now, because) => {
    const { objection, application } = receive(given, now);
    expect(objection.next.leadBecause).toBe(because);
    expect(objection.next.status).toBe(because ? 'lead' : 'open');
    expect(objection.next.duty === undefined).toBe(because !== undefined);
    expect(application === undefined).toBe(because !== undefined);
  });

  test('to an applicant who is out already is a lead', () =>
    expect(receive({}, undefined, anOrganisation({ stage: 'Withdrawn' })).objection.next.leadBecause).toBe(
      'stageOver',
    ));

  test.each([
    ['to someone else than the application read', { applicationId: 'app_9' }, true],
    ['to someone whom the notice does not name', {}, false],
  ])('%s is refused', (_, given, isNamed) =>
    expect(refusalOf(() => receive(given, undefined, undefined, isNamed))).toBe('record.not-found'),
  );
});
