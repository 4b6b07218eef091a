import { describe, expect, test } from 'vitest';
import { certificateOf } from '#domain/award-mark/certificate';
import type { Drawing } from '#domain/award-mark/drawing';
import { refuseUnlessEntitled, refuseUnlessMarked } from '#domain/award-mark/entitlement';
import { awardMark } from '#domain/award-mark/mark';
import { rules } from '#domain/cycle/rules';
import { officer, owner, someone } from '#test/build/an-application';
import { refusalOf } from '#test/build/refusal';
import { aProgramme, aWinner } from '#test/build/winner';

const textsOf = ({ shapes }: Drawing) => shapes.flatMap((s) => (s.kind === 'text' ? s.text : []));
const colleague = { personId: 'colleague', name: '同事', email: '', maySubmit: false, since: '2026-01-01T00:00:00Z' };
const members = [colleague, { ...colleague, personId: 'former', until: '2026-02-01T00:00:00Z' }];

describe('the award mark', () => {
  test.each([
    ['qualityAward', '质量奖', 'QUALITY AWARD'],
    ['nominationAward', '提名奖', 'NOMINATION AWARD'],
  ] as const)('of a %s names the award, says %s and carries the year (A25, D24)', (award, zh, en) => {
    const texts = textsOf(awardMark({ award, awardYear: 2031 }, aProgramme()));
    expect(texts).toEqual(['昆明市市长质量奖', '2031', zh, en]);
  });

  test.each([
    ['qualityAward', 'none', 'allowed'],
    ['nominationAward', 'labelled', 'allowed'],
    ['nominationAward', 'none', 'mark.none-for-nomination'],
  ] as const)('of a %s where nominations get it %s: %s (D24)', (award, nominationMark, expected) =>
    expect(refusalOf(() => refuseUnlessMarked(aWinner({ award }), { ...rules.parse({}), nominationMark }))).toBe(
      expected,
    ),
  );

  test.each([
    ['the winner', owner, {}, 'allowed'],
    ['a member of its application', someone('colleague'), {}, 'allowed'],
    ['a member who left', someone('former'), {}, 'winner.not-yours'],
    ['somebody else', someone('other'), {}, 'winner.not-yours'],
    ['the office', officer, {}, 'winner.not-yours'],
    ['nobody, when nobody has the winner', someone(''), { ownerId: '' }, 'winner.not-yours'],
    ['the winner after the revocation', owner, { status: 'revoked', revokedOn: '2027-02-01' }, 'winner.revoked'],
  ] as const)('is for %s: %s', (_, actor, given, expected) =>
    expect(refusalOf(() => refuseUnlessEntitled(aWinner(given), { members }, actor))).toBe(expected),
  );
});

describe('the certificate', () => {
  const code = { size: 21, isDark: (row: number, column: number) => (row + column) % 2 === 0 };
  const drawn = (given: Parameters<typeof aWinner>[0]) =>
    certificateOf(aWinner(given), aProgramme(), { url: 'https://award.test/x', code });

  test('names winner, award, year, decision, number and where it is verified', () => {
    const texts = textsOf(drawn({ award: 'nominationAward' })).join('\n');
    for (const part of [
      ...['昆明滇池精密机械有限公司', '2026 年度昆明市市长质量奖提名奖', '昆政复〔2026〕88号', '2026 年 11 月 30 日'],
      ...['KM2026-ZL-Z01', 'https://award.test/x'],
    ])
      expect(texts).toContain(part);
  });

  test.each([1, 7, 30, 31, 60, 100])('keeps a name of %i characters within its frame', (length) => {
    const name = '滇'.repeat(length);
    const lines = drawn({ name }).shapes.filter((s) => s.kind === 'text' && /^滇+$/.test(s.text));
    expect(lines.map((l) => (l.kind === 'text' ? l.text : '')).join('')).toBe(name);
    for (const l of lines) if (l.kind === 'text') expect(l.text.length * l.size).toBeLessThanOrEqual(640);
  });
});
