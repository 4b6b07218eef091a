import { expect, test } from 'vitest';
import { calendars } from '#local/sample/calendars';

test('a year whose calendar is provisional says so in its source', () => {
  const later = calendars.filter(({ year }) => year > 2026);
  expect(later.length).toBeGreaterThan(0);
  for (const { source } of later) expect(source).toContain('暂行');
});
