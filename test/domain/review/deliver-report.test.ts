import { describe, expect, it } from 'vitest';
import { systemActor } from '#domain/actor';
import type { Application } from '#domain/application/application';
import { feedbackOf, isOwedReport, openReport, recordDelivery } from '#domain/review/deliver-report';
import { at, officer, owner } from '#test/build/an-application';
import { refusalBy } from '#test/build/refused';
import { inReview, leader, reported } from '#test/build/review';

const now = '2027-03-01T01:00:00.000Z';
const listed = (defence: boolean) => ({ listId: 'lst_1', defence, onSite: defence, reason: '得分靠后', at: now });
const out = (given: Partial<Application> = {}) =>
  inReview({ materialReview: reported(), shortlisting: listed(false), ...given });
const offSite = (noShow = false) =>
  out({
    stage: 'Defence',
    shortlisting: { ...listed(true), onSite: false },
    defence: {
      scores: [],
      completedAt: now,
      ...(noShow && { noShow: { recordedBy: 'officer', at: now, reason: '未到场' } }),
    },
  });
const inbox = { channel: 'inbox' } as const;

describe('the report of an applicant who is out', () => {
  it.each([
    ['not shortlisted', out(), true],
    ['shortlisted', out({ shortlisting: listed(true) }), false],
    ['not decided yet', out({ shortlisting: undefined }), false],
    ['a defence that goes on', { ...offSite(), defence: { scores: [] } }, false],
    ['not on the on-site list', offSite(), true],
    ['a no-show', offSite(true), true],
    ['withdrawn', out({ stage: 'Withdrawn' }), false],
  ])('is owed or not: %s', (_, of, owed) => {
    expect(isOwedReport(of)).toBe(owed);
    expect(refusalBy(() => recordDelivery(of, inbox, at(systemActor)))?.code).toBe(
      owed ? undefined : of.stage === 'Withdrawn' ? 'stage.action-unavailable' : 'report.nothing-to-deliver',
    );
  });

  it.each([
    ['A17', '得分靠后', out(), 'MaterialReview'],
    ['A17', '未列入现场评审名单', offSite(), 'Defence'],
    ['A18', '答辩缺席', offSite(true), 'Defence'],
  ])('ends the application by %s (%s) when it is delivered, and not before', (article, reason, of, stage) => {
    const { next, events } = recordDelivery(of, inbox, at(systemActor, now));
    expect(next).toMatchObject({
      stage: 'Ended',
      ended: { stage, reason, article, at: now },
      materialReview: { delivery: { at: now, channel: 'inbox', by: 'system' } },
    });
    expect(events[0]).toMatchObject({ type: 'reportDelivered', move: { from: stage, to: 'Ended' } });
    expect(isOwedReport(next)).toBe(false);
  });

  it('can be handed over by the office and by nobody else', () => {
    const by = { channel: 'inPerson', note: '何丽签收' } as const;
    expect(recordDelivery(out(), by, at(officer)).next.materialReview?.delivery).toMatchObject({
      ...by,
      by: 'officer',
    });
    for (const other of [leader, owner])
      expect(refusalBy(() => recordDelivery(out(), by, at(other)))?.code).toBe('person.role-missing');
  });
});

describe('the feedback', () => {
  const delivered = recordDelivery(out(), inbox, at(systemActor)).next;

  it('opens to the applicant alone, and only once delivered', () => {
    expect(refusalBy(() => feedbackOf(out(), at(owner)))?.code).toBe('report.not-delivered');
    const feedback = feedbackOf(delivered, at(owner));
    expect(feedback.items).toHaveLength(23);
    expect(JSON.stringify(feedback)).not.toMatch(/leader|member|建议进入答辩|scoreMilli/);
    expect(refusalBy(() => feedbackOf(delivered, at(leader)))?.code).toBe('record.not-found');
  });

  it('notes when it was first opened', () => {
    const first = openReport(delivered, at(owner, now));
    expect(first?.next.materialReview?.delivery?.openedAt).toBe(now);
    expect(first?.events[0]?.type).toBe('reportOpened');
    expect(first && openReport(first.next, at(owner))).toBeUndefined();
    expect(openReport(out(), at(owner))).toBeUndefined();
  });
});
