import { describe, expect, test } from 'vitest';
import { isPublic, newCasePage } from '#domain/case-page/case-page';
import { plainLine, plainText } from '#domain/case-page/plain-text';
import {
  decideCasePage,
  publishCasePage,
  reviseCasePage,
  submitCasePage,
  withdrawCasePage,
} from '#domain/case-page/proceed';
import { at, officer, owner, someone } from '#test/build/an-application';
import { refusalOf } from '#test/build/refusal';
import { aWinner } from '#test/build/winner';

const whose = { winner: aWinner(), application: {} };
const revoked = { winner: aWinner({ status: 'revoked', revokedOn: '2027-02-01' }), application: {} };
const written = { title: '我们的做法', text: '全员参与' };
const stranger = someone('x');
const submitted = submitCasePage(whose, 'cas_1', written, at(owner)).next;
const consented = decideCasePage(submitted, whose, { consent: true }, at(officer)).next;
const published = publishCasePage(consented, whose, at(owner)).next;

describe('a case page (A26)', () => {
  test('is public once the office consented and the winner published it, while the award stands', () => {
    expect([submitted, consented, published].map((p) => isPublic(p, whose.winner))).toEqual([false, false, true]);
    expect(isPublic(published, revoked.winner)).toBe(false);
  });

  test('that is written anew needs consent again and is not public meanwhile', () => {
    const anew = reviseCasePage(published, whose, { ...written, text: '新' }, at(owner)).next;
    expect(isPublic(anew, whose.winner)).toBe(false);
    expect(refusalOf(() => publishCasePage(anew, whose, at(owner)))).toBe('case-page.wrong-status');
  });

  test('is withdrawn by the winner or the office, and stays so', () => {
    for (const who of [owner, officer]) {
      const gone = withdrawCasePage(published, whose, '更新', at(who)).next;
      expect(isPublic(gone, whose.winner)).toBe(false);
      expect(refusalOf(() => reviseCasePage(gone, whose, written, at(owner)))).toBe('case-page.wrong-status');
    }
  });

  test.each([
    ['submitted by the office', () => submitCasePage(whose, 'c', written, at(officer)), 'winner.not-yours'],
    ['submitted after a revocation', () => submitCasePage(revoked, 'c', written, at(owner)), 'winner.revoked'],
    ['revised by somebody else', () => reviseCasePage(submitted, whose, written, at(stranger)), 'winner.not-yours'],
    [
      'consented to by its winner',
      () => decideCasePage(submitted, whose, { consent: true }, at(owner)),
      'person.role-missing',
    ],
    [
      'consented to twice',
      () => decideCasePage(consented, whose, { consent: true }, at(officer)),
      'case-page.wrong-status',
    ],
    [
      'consented to after a revocation',
      () => decideCasePage(submitted, revoked, { consent: true }, at(officer)),
      'winner.revoked',
    ],
    [
      'returned without a reason',
      () => decideCasePage(submitted, whose, { consent: false }, at(officer)),
      'case-page.no-reason',
    ],
    ['published without consent', () => publishCasePage(submitted, whose, at(owner)), 'case-page.wrong-status'],
    ['published by the office', () => publishCasePage(consented, whose, at(officer)), 'winner.not-yours'],
    ['published after a revocation', () => publishCasePage(consented, revoked, at(owner)), 'winner.revoked'],
    ['withdrawn by somebody else', () => withdrawCasePage(published, whose, 'x', at(stranger)), 'winner.not-yours'],
  ] as const)('cannot be %s', (_, command, code) => expect(refusalOf(command)).toBe(code));
});

describe('what the winner writes becomes plain text', () => {
  test.each([
    ['<b>粗</b>体<script>alert(1)</script>', '粗体'],
    ['a < b，c > d', 'a < b，c > d'],
    ['一\r\n\r\n\r\n\r\n二', '一\n\n二'],
    ['看\u202e不\u200b见', '看不见'],
    ['<img src=x onerror=alert(1)>图', '图'],
  ])('%j → %j', (given, expected) => expect(plainText(given)).toBe(expected));

  test('a title is one line', () => expect(plainLine('一\n二')).toBe('一 二'));

  test('what is markup alone is no text', () =>
    expect(newCasePage.safeParse({ title: '<p></p>', text: '有' }).success).toBe(false));
});
