import { describe, expect, it } from 'vitest';
import { archiveCycle, completeCycle } from '#domain/cycle/complete';
import type { Cycle } from '#domain/cycle/cycle';
import { at, officer } from '#test/build/an-application';
import { anAnnounced } from '#test/build/cycle';
import { refusalBy } from '#test/build/refused';

const closed = '2027-06-30T16:00:00.000Z';
const completed = (): Cycle => completeCycle(anAnnounced(), [], at(officer, closed)).next;

describe('a cycle', () => {
  it('is completed once applications are closed and none is under way', () => {
    expect(completed()).toMatchObject({ status: 'completed', completedAt: closed });
    const early = () => completeCycle(anAnnounced(), [], at(officer, '2027-06-30T15:59:59.999Z'));
    expect(refusalBy(early)?.code).toBe('cycle.not-closed');
    expect(refusalBy(() => completeCycle(completed(), [], at(officer, closed)))?.code).toBe('cycle.not-closed');
    expect(refusalBy(() => completeCycle(anAnnounced(), ['Consultation', 'Defence'], at(officer, closed)))).toEqual({
      code: 'cycle.cases-under-way',
      detail: { stages: ['征求意见', '答辩'], stagesEn: 'Consultation, Defence' },
    });
  });

  it('is archived once it is completed and no revocation is under way', () => {
    expect(archiveCycle(completed(), false, at(officer, closed)).next).toMatchObject({ status: 'archived' });
    expect(refusalBy(() => archiveCycle(completed(), true, at(officer)))?.code).toBe('cycle.revocations-under-way');
    expect(refusalBy(() => archiveCycle(anAnnounced(), false, at(officer)))?.code).toBe('cycle.not-completed');
    const archived = archiveCycle(completed(), false, at(officer)).next;
    expect(refusalBy(() => archiveCycle(archived, false, at(officer)))?.code).toBe('cycle.not-completed');
  });
});
