import { describe, expect, it } from 'vitest';
import { exportRows } from '#domain/assessor/columns';
import { detectConflicts } from '#domain/assessor/detect';
import { applyImport, planImport } from '#domain/assessor/import';
import { appoint, appraise, keepAssessor, leavePool, train } from '#domain/assessor/keep';
import type { Assessor } from '#domain/assessor/assessor';
import { at, officer, owner, programmeId } from '#test/build/an-application';
import { refusalBy } from '#test/build/refused';
import { anEntry, inReview } from '#test/build/review';

const saved = { savedAt: '2027-01-01T00:00:00.000Z', savedBy: 'owner', savedByName: '', version: 1 };
const entry = {
  name: '陈教授',
  personId: 'p1',
  employments: [{ name: '质量院' }],
  industries: [],
  categories: ['4.1'],
};

describe('an assessor of the pool', () => {
  it('is entered by the office, with an employer', () => {
    const key = { programmeId, assessorId: 'P-1' };
    const { next, events } = keepAssessor(undefined, key, entry, at(officer));
    expect(next).toMatchObject({ ...entry, assessorId: 'P-1', appointments: [], version: 0 });
    expect(events[0]?.type).toBe('assessorEntered');
    expect(refusalBy(() => keepAssessor(undefined, key, entry, at(owner)))?.code).toBe('person.role-missing');
    const gone = { ...entry, employments: [{ name: '质量院', until: '2026-01-01' }] };
    expect(refusalBy(() => keepAssessor(undefined, key, gone, at(officer)))?.code).toBe('assessor.no-employer');
  });

  it.each([
    ['the day after the last', { from: '2029-01-01', to: '2030-12-31', letter: 'b' }, undefined],
    ['on its last day', { from: '2028-12-31', to: '2030-12-31', letter: 'b' }, 'assessor.term-overlaps'],
    ['of one day', { from: '2029-01-01', to: '2029-01-01', letter: 'b' }, undefined],
    ['that ends before it begins', { from: '2029-01-02', to: '2029-01-01', letter: 'b' }, 'assessor.term-wrong'],
  ])('gets a second term %s', (_, term, code) => {
    expect(refusalBy(() => appoint(anEntry('p'), term, at(officer)))?.code).toBe(code);
  });

  it('is trained, appraised once a cycle, and leaves with a reason; a new term brings them back', () => {
    let of = train(anEntry('p'), { on: '2027-01-05', title: 'GB/T 19580', result: '合格' }, at(officer)).next;
    of = appraise(of, { cycleId: 'c', grade: 'basic', remark: '一般' }, at(officer)).next;
    of = appraise(of, { cycleId: 'c', grade: 'competent', remark: '更正' }, at(officer)).next;
    expect(of.appraisals.map((a) => a.grade)).toEqual(['competent']);
    of = leavePool(of, { on: '2027-06-01', reason: '退休' }, at(officer)).next;
    expect(refusalBy(() => leavePool(of, { on: '2027-07-01', reason: '退休' }, at(officer)))?.code).toBe(
      'assessor.left-already',
    );
    expect(appoint(of, { from: '2029-01-01', to: '2029-12-31', letter: 'b' }, at(officer)).next.exit).toBeUndefined();
  });
});

describe('a conflict is detected', () => {
  const customers = (creditCode?: string) =>
    inReview({
      sections: {
        relations: {
          ...saved,
          content: { mainCustomers: [{ name: '云南客户(集团)公司', creditCode }], mainSuppliers: [{ name: '供方厂' }] },
        },
      },
    });
  const found = (employments: Assessor['employments'], of = customers()) =>
    detectConflicts({ employments }, of, { conflictYears: 3 }, '2027-03-01').map((d) => d.ground);

  it.each([
    ['a customer, brackets and spaces apart', [{ name: '云南客户（集团） 公司' }], ['customerOrSupplier']],
    ['a supplier', [{ name: '供方厂' }], ['customerOrSupplier']],
    ['a supplier left long ago', [{ name: '供方厂', until: '2024-02-29' }], []],
    ['nobody', [{ name: '质量院' }], []],
  ])('when the employer is %s', (_, employments, grounds) => {
    expect(found(employments)).toEqual(grounds);
  });

  it('by the credit code, whatever the name', () => {
    const code = '91530100MA6K000000';
    expect(found([{ name: '改名', creditCode: code }], customers(code))).toEqual(['customerOrSupplier']);
  });

  it('with an individual’s employers of the last years', () => {
    const periods = [
      { from: '2012-07-01', to: '2018-06-30', division: '530102', employer: '旧厂', duty: '' },
      { from: '2018-07-01', to: '2025-01-01', division: '530102', employer: '前厂', duty: '' },
    ];
    const content = {
      ...{ name: '李娜', idKind: 'residentId' as const, idNumber: '1', employer: '现厂', topManager: false },
      ...{ jurisdiction: '五华区', workPeriods: periods, contactName: '', contactPhone: '', contactEmail: '' },
    };
    const of = inReview({ kind: 'individual', sections: { individualIdentity: { ...saved, content } } });
    expect(['现厂', '前厂', '旧厂'].map((name) => found([{ name }], of).length > 0)).toEqual([true, true, false]);
  });
});

describe('an import', () => {
  const pool = [anEntry('a'), anEntry('b', { industries: ['机械'], categories: ['4.1', '4.7'] })];
  const plan = (rows: string[][], of: readonly Assessor[] = pool) => planImport(rows, of, programmeId, at(officer));
  const withRow = (...cells: string[]) => [...exportRows(pool), cells];

  it('of what was exported changes nothing', () => {
    const { rows, changes } = plan(exportRows(pool));
    expect(rows.map((r) => [r.row, r.outcome])).toEqual([
      [2, 'same'],
      [3, 'same'],
    ]);
    expect(changes).toEqual([]);
  });

  it('says row by row what is new, changed and wrong, and applies nothing while a row is wrong', () => {
    const rows = exportRows(pool);
    rows[1]![1] = '改名';
    rows.push(
      ['P-9', '新人', '', '某院', '', '机械', '4.1', '2027-01-01', '2029-12-31', '聘9'],
      ['P 8', '', '', '', 'XX', '', '', '2027-13-01', '', ''],
    );
    const planned = plan(rows);
    expect(planned.rows.map((r) => r.outcome)).toEqual(['changed', 'same', 'new', 'refused']);
    expect(planned.rows[3]?.problems.map((p) => p.column)).toEqual(
      expect.arrayContaining(['专家编号', '姓名', '现任单位', '统一社会信用代码', '聘期起', '聘书文号']),
    );
    expect(refusalBy(() => applyImport(planned, true))).toEqual({
      code: 'assessor.import-has-errors',
      detail: { rows: [5] },
    });
    expect(refusalBy(() => applyImport(planned, false))?.code).toBe('assessor.import-changed');
  });

  it('done twice is done once', () => {
    const rows = withRow('P-9', '新人', 'p9', '某院', '', '机械、冶金', '4.1', '2027-01-01', '2029-12-31', '聘9');
    const first = plan(rows);
    const after = [...pool, ...applyImport(first, true).map((c) => c.outcome.next)];
    expect(after.at(-1)).toMatchObject({
      assessorId: 'P-9',
      industries: ['机械', '冶金'],
      appointments: [{ letter: '聘9' }],
    });
    expect(plan(rows, after).changes).toEqual([]);
  });

  it('of one whose employer changed keeps the former one, with its last day', () => {
    const rows = exportRows(pool);
    rows[1]![3] = '新单位';
    const [change] = plan(rows).changes;
    expect(change?.outcome.next.employments).toEqual([{ name: '质量研究院', until: '2027-03-01' }, { name: '新单位' }]);
  });

  it.each([
    ['a number twice', withRow('P-a', '重复', '', '院')],
    ['another’s person', withRow('P-9', '冒名', 'a', '院')],
  ])('with %s is refused in that row', (_, rows) => {
    expect(plan(rows).rows.at(-1)?.outcome).toBe('refused');
  });

  it('without a column is refused', () => {
    expect(refusalBy(() => plan([['专家编号', '姓名']]))?.code).toBe('assessor.columns-missing');
  });

  it('and the export never carry a formula', () => {
    const evil = anEntry('e', { name: '=HYPERLINK("http://x")', industries: ['+1', '@x'] });
    const [, row] = exportRows([evil]);
    for (const cell of row ?? []) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
    expect(plan(exportRows([evil]), [evil]).rows[0]?.outcome).toBe('same');
  });
});
