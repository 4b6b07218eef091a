import { expect, test, vi } from 'vitest';
import { withheld } from '#functions/runtime/withhold';
import { officer, owner, someone } from '#test/build/an-application';

const meeting = {
  title: '全体成员大会',
  candidates: [
    { applicationId: 'app_1', name: '甲' },
    { applicationId: 'app_2', name: '乙' },
  ],
  ballot: { questions: [{ applicationId: 'app_1' }] },
  at: new Date(0).toISOString(),
};
const closed = () => Promise.resolve(new Set(['app_1']));

test('whoever has a conflict finds nothing of the case in any list of an answer', async () => {
  expect(await withheld(meeting, officer, closed)).toEqual({
    ...meeting,
    candidates: [{ applicationId: 'app_2', name: '乙' }],
    ballot: { questions: [] },
  });
});

test('everybody else finds everything, and the look-up is only made for lists of cases and people with duties', async () => {
  const asked = vi.fn(closed);
  expect(await withheld(meeting, owner, asked)).toBe(meeting);
  expect(await withheld(meeting, someone('auditor', 'auditor'), asked)).toBe(meeting);
  expect(await withheld({ applicationId: 'app_1', declared: true }, officer, asked)).toMatchObject({ declared: true });
  expect(asked).not.toHaveBeenCalled();
  expect(await withheld(meeting, officer, () => Promise.resolve(new Set<string>()))).toBe(meeting);
});
