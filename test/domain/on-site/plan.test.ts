import { describe, expect, it } from 'vitest';
import { planOnSite } from '#domain/on-site/plan';
import { at, officer, owner } from '#test/build/an-application';
import { onSite, plan } from '#test/build/on-site';
import { refusalBy } from '#test/build/refused';
import { criteria, leader } from '#test/build/review';

const planned = (given: Partial<typeof plan> = {}, of = onSite({}), now = '2027-02-20T00:00:00.000Z', by = officer) =>
  planOnSite(of, { ...plan, ...given }, criteria, at(by, now));

describe('the plan of a visit', () => {
  it('is made by the office and may begin today in Shanghai', () => {
    // 16:30 UTC on 28 February is 1 March in Shanghai.
    const { next } = planned({}, onSite({}), '2027-02-28T16:30:00.000Z');
    expect(next.onSite?.plan).toMatchObject(plan);
    for (const other of [leader, owner])
      expect(refusalBy(() => planned({}, onSite({}), undefined, other))?.code).toBe('person.role-missing');
  });

  it('is for those on the on-site list alone', () => {
    const shortlisting = {
      listId: 'lst_1',
      defence: true,
      onSite: false,
      reason: '待定',
      at: '2027-02-01T00:00:00.000Z',
    };
    for (const of of [onSite({}, { shortlisting }), onSite({}, { shortlisting: undefined })])
      expect(refusalBy(() => planned({}, of))?.code).toBe('on-site.not-listed');
    expect(refusalBy(() => planned({}, onSite({}, { stage: 'Defence' })))?.code).toBe('stage.action-unavailable');
  });

  it.each([
    ['began yesterday', {}, '2027-03-01T16:00:00.000Z', 'on-site.dates-wrong', undefined],
    ['ends before it begins', { to: '2027-02-28' }, undefined, 'on-site.dates-wrong', undefined],
    [
      'names a stranger',
      { team: ['leader', 'outsider'] },
      undefined,
      'on-site.team-not-panel',
      { people: ['outsider'] },
    ],
    ['leaves the leader out', { team: ['member'] }, undefined, 'on-site.team-without-leader', {}],
    [
      'names an item twice',
      { items: [{ code: '4.1.2' }, { code: '4.1.2' }] },
      undefined,
      'on-site.items-twice',
      { items: ['4.1.2'] },
    ],
    [
      'verifies what is neither a criterion nor declared',
      { items: [{ code: '4.9.9' }, { code: 'A12(4)' }] },
      undefined,
      'on-site.unknown-items',
      { items: ['4.9.9', 'A12(4)'] },
    ],
  ])('is refused when it %s', (_, given, now, code, detail) => {
    const refused = refusalBy(() => planned(given, onSite({}), now));
    expect(refused?.code).toBe(code);
    if (detail) expect(refused?.detail).toEqual(detail);
  });

  it('made anew lets earlier signatures lapse', () => {
    const signed = onSite({
      plan: { ...plan, at: '2027-02-20T00:00:00.000Z' },
      signatures: [{ personId: 'leader', at: '2027-02-20T00:00:00.000Z' }],
    });
    expect(planned({}, signed).next.onSite).toEqual({ plan: { ...plan, at: '2027-02-20T00:00:00.000Z' } });
  });
});
