import { describe, expect, test } from 'vitest';
import { placesOfNames, withoutNames } from '#domain/review/without-names';
import { aPanelReport } from '#test/build/review';

const names = ['王敏', '欧阳明', 'O’Neill (Jr.)', '李'];
const item = { code: '4.1.1', percentage: 50, strengths: '方法系统', improvements: '推广不足', consensus: false };
const themesAs = (themes: string) => withoutNames(aPanelReport({ themes }), names).themes;

describe('feedback carries no assessor’s name, whoever wrote one into it (A17)', () => {
  test.each([
    ['a name', '王敏认为过程可信', '***认为过程可信'],
    ['a name with a space in it', '由王 敏\u3000复核', '由***\u3000复核'],
    ['the longer of two', '欧阳明和王敏', '***和***'],
    ['a name with signs of its own', 'o’neill(JR.) said', '*** said'],
    ['nothing where no name stands', '领导重视，李子成熟', '领导重视，李子成熟'],
  ])('%s', (_, written, shown) => expect(themesAs(written)).toBe(shown));

  test('in each item too, and it is told where', () => {
    const report = aPanelReport({
      items: [
        item,
        { ...item, code: '4.1.2', improvements: '见王敏意见' },
        { ...item, code: '4.1.3', strengths: '欧阳明' },
      ],
      themes: '无',
    });
    expect(withoutNames(report, names).items.map((i) => [i.strengths, i.improvements])).toEqual([
      ['方法系统', '推广不足'],
      ['方法系统', '见***意见'],
      ['***', '推广不足'],
    ]);
    expect(placesOfNames(report, names)).toEqual(['4.1.2', '4.1.3']);
    expect(placesOfNames({ ...report, themes: '王敏' }, names).at(-1)).toBe('themes');
    expect(placesOfNames(report, [])).toEqual([]);
  });
});
