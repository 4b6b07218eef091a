import { expect, test } from 'vitest';
import { department, usualDepartments } from '#domain/programme/departments';
import { createProgramme, departmentsOfProgramme, listDepartments } from '#domain/programme/programme';
import { at, someone } from '#test/build/an-application';
import { refusalOf } from '#test/build/refusal';

const admin = at(someone('admin', 'administrator'));
const programme = createProgramme(
  {
    programmeId: 'test-award',
    name: '奖',
    nameEn: 'Award',
    grantedBy: '市政府',
    legalBasis: '办法',
    certificatePrefix: 'TA',
  },
  admin,
).next;

test('a programme begins with the departments that are consulted as a rule, each with a code of its own', () => {
  expect(departmentsOfProgramme(programme)).toBe(usualDepartments);
  expect(new Set(usualDepartments.map((d) => d.code)).size).toBe(16);
  for (const one of usualDepartments) expect(department.safeParse(one).success).toBe(true);
});

const [first, second] = usualDepartments;
test.each([
  ['a shorter list', [first!], [], 'allowed'],
  ['one department twice', [first!, first!], [], 'programme.department-twice'],
  ['without one that somebody answers for', [first!], [second!.code], 'programme.department-held'],
  ['with it', [first!, second!], [second!.code], 'allowed'],
])('its list is written anew: %s', (_, items, held, code) =>
  expect(refusalOf(() => listDepartments(programme, items, held, admin))).toBe(code),
);
