import { describe, expect, test } from 'vitest';
import type { Winner } from '#domain/approval/winner';
import type { Cells } from '#domain/winner-import/columns';
import { columns } from '#domain/winner-import/columns';
import { recordImport } from '#domain/winner-import/import';
import type { Roll } from '#domain/winner-import/plan';
import { planImport, refuseUnlessImportable, yearAndIdentifier } from '#domain/winner-import/plan';
import { rowsOfJson, rowsOfSheet } from '#domain/winner-import/rows';
import { at, officer, owner, programmeId, someone } from '#test/build/an-application';
import { refusalOf } from '#test/build/refusal';

const cells: Cells = {
  ...{ certificateNumber: '昆质奖2016-03', name: '昆明示例股份有限公司', kind: '组织', award: '质量奖' },
  ...{ awardYear: '2016', decisionNumber: '昆政发〔2016〕70号', decisionDate: '2016-12-30' },
  ...{ identifier: '91530100MA6K5N8L0P', employer: '', jurisdiction: '五华区', account: '' },
};
const person = { ...cells, kind: '个人', identifier: '11010519491231002X', employer: '某公司' };
const source = {
  ...{ importId: 'imp_1', programmeId, legalBasis: '昆政办〔2013〕119号' },
  ...{ fileName: 'winners.xlsx', fileSha256: 'a'.repeat(64) },
};
const rollOf = (...winners: Winner[]): Roll => ({
  byNumber: new Map(winners.map((w) => [w.certificateNumber, w])),
  byYear: new Map(winners.map((w) => [yearAndIdentifier(w), w.certificateNumber])),
  accounts: new Set(['per_1', 'per_2']),
});
const plan = (given: readonly Partial<Cells>[], roll = rollOf(), from = source, who = officer) =>
  planImport(
    given.map((g, i) => ({ row: i + 2, cells: { ...cells, ...g } })),
    roll,
    from,
    at(who),
  );
const entered = () => {
  const [outcome] = plan([{}]).outcomes;
  if (!outcome) throw new Error('nothing was entered');
  return outcome;
};

describe('an import of earlier winners (A30)', () => {
  test('enters a winner with the legal basis, and says from which row of which file', () => {
    expect(entered().next).toMatchObject({
      ...{ certificateNumber: '昆质奖2016-03', kind: 'organisation', award: 'qualityAward', awardYear: 2016 },
      ...{ status: 'standing', ownerId: '', imported: { importId: 'imp_1', legalBasis: '昆政办〔2013〕119号' } },
    });
    expect(entered().events).toMatchObject([
      { type: 'winnerImported', detail: { row: 2, fileName: 'winners.xlsx', fileSha256: source.fileSha256 } },
    ]);
  });

  test('changes nothing the second time', () => {
    const again = plan([{}], rollOf(entered().next), { ...source, importId: 'imp_2' });
    expect([again.rows[0]?.outcome, again.outcomes]).toEqual(['same', []]);
  });

  test('names who acts for the winner, at once or later, and another in their place', () => {
    const [atOnce] = plan([{ account: 'per_1' }]).outcomes;
    expect(atOnce?.next.ownerId).toBe('per_1');
    const later = plan([{ account: 'per_1' }], rollOf(entered().next));
    expect(later.rows[0]?.outcome).toBe('linked');
    expect(later.outcomes).toMatchObject([
      { next: { ownerId: 'per_1', certificateNumber: '昆质奖2016-03' }, events: [{ type: 'winnerLinked' }] },
    ]);
    const linked = { ...entered().next, ownerId: 'per_1' };
    for (const account of ['', 'per_1']) {
      const again = plan([{ account }], rollOf(linked));
      expect([again.rows[0]?.outcome, again.outcomes]).toEqual(['same', []]);
    }
    expect(plan([{ account: 'per_2' }], rollOf(linked)).outcomes[0]?.events).toMatchObject([
      { detail: { account: 'per_2', before: 'per_1' } },
    ]);
  });

  test('links nobody who has no account, and no winner that the file has otherwise', () => {
    const nobody = plan([{ account: 'per_9' }]);
    expect([nobody.rows[0]?.outcome, nobody.outcomes]).toEqual(['refused', []]);
    const other = plan([{ account: 'per_1', name: '别的公司' }], rollOf(entered().next));
    expect([other.rows[0]?.outcome, other.outcomes]).toEqual(['refused', []]);
  });

  test.each([
    ['another name', { name: '别的公司' }, source],
    ['another legal basis', {}, { ...source, legalBasis: '别的办法' }],
    ['another programme', {}, { ...source, programmeId: 'other' }],
  ])('refuses a number that is on the roll with %s', (_, given, from) => {
    const who = someone('o', 'office');
    const both = { ...who, grants: [...who.grants, ...who.grants.map((g) => ({ ...g, programmeId: 'other' }))] };
    expect(plan([given], rollOf(entered().next), from, both).rows[0]?.outcome).toBe('refused');
  });

  test('refuses a second certificate for a winner of the year, on the roll or in the file', () => {
    const second = { certificateNumber: '昆质奖2016-04' };
    expect(plan([second], rollOf(entered().next)).rows[0]?.outcome).toBe('refused');
    expect(plan([{}, second]).rows.map((r) => r.outcome)).toEqual(['new', 'refused']);
    expect(plan([{}, { ...second, awardYear: '2017' }]).rows.map((r) => r.outcome)).toEqual(['new', 'new']);
  });

  test('refuses the same number twice in a file', () =>
    expect(plan([{}, { awardYear: '2017' }]).rows.map((r) => r.outcome)).toEqual(['new', 'refused']));

  test.each([
    ['certificateNumber', ''],
    ['certificateNumber', 'A#1'],
    ['name', ''],
    ['name', '长'.repeat(101)],
    ['kind', '团体'],
    ['kind', 'toString'],
    ['award', '特别奖'],
    ['awardYear', '二〇一六'],
    ['awardYear', '2028'],
    ['decisionDate', '2016-02-30'],
    ['decisionDate', '2027-03-02'],
    ['decisionDate', '2013-12-30'],
    ['decisionNumber', ''],
    ['identifier', '91530100MA6K5N8L0A'],
  ] as const)('refuses the row whose %s is %j, and names the column', (column, value) => {
    const [row] = plan([{ [column]: value }]).rows;
    expect(row?.outcome).toBe('refused');
    expect(row?.problems.map((p) => p.column)).toContain(columns[column]);
  });

  test.each([
    ['11010519491231002X', 'new'],
    ['110105194912310021', 'refused'],
    ['passport:E12345678', 'new'],
    ['passport:E1', 'refused'],
    ['card:123', 'refused'],
  ])('takes the person %s: %s', (identifier, expected) =>
    expect(plan([{ ...person, identifier }]).rows[0]?.outcome).toBe(expected),
  );

  test('is the work of the office, as it was shown, and of no file with a wrong row', () => {
    expect(refusalOf(() => plan([{}], rollOf(), source, owner))).toBe('person.role-missing');
    const { rows } = plan([{}, { name: '' }]);
    expect(refusalOf(() => refuseUnlessImportable(rows, false))).toBe('winner-import.changed');
    expect(refusalOf(() => refuseUnlessImportable(rows, true))).toBe('winner-import.has-errors');
    expect(refusalOf(() => refuseUnlessImportable(rows.slice(0, 1), true))).toBe('allowed');
  });

  test('is itself on record', () => {
    const { rows } = plan([{}]);
    expect(recordImport(source, rows, at(officer)).next).toMatchObject({
      ...{ fileName: 'winners.xlsx', fileSha256: source.fileSha256, entered: 1, same: 0 },
      importedBy: officer.personId,
    });
  });
});

describe('the rows of a file', () => {
  const names = Object.keys(columns) as (keyof Cells)[];
  const heads = names.map((c) => columns[c]);

  test('of a workbook go by the names of the heads, blank ones left out', () => {
    const sheet = [[...heads].reverse(), [...names].reverse().map((c) => cells[c]), heads.map(() => ' ')];
    expect(rowsOfSheet(sheet)).toEqual([{ row: 2, cells }]);
  });

  test('need every head but those of optional columns', () => {
    expect(refusalOf(() => rowsOfSheet([heads.slice(1)]))).toBe('winner-import.columns-missing');
    expect(refusalOf(() => rowsOfSheet([heads.filter((h) => h !== columns.employer)]))).toBe('allowed');
  });

  test('of a JSON file go by their keys; what is no list of objects is refused, and more than 500', () => {
    expect(rowsOfJson([{ ...cells, awardYear: 2016 }])).toEqual([{ row: 2, cells }]);
    for (const content of [{}, 'x', [1], [null], [[]]])
      expect(refusalOf(() => rowsOfJson(content))).toBe('winner-import.file-unreadable');
    expect(refusalOf(() => rowsOfJson(Array(500).fill(cells)))).toBe('allowed');
    expect(refusalOf(() => rowsOfJson(Array(501).fill(cells)))).toBe('winner-import.file-too-large');
  });
});
