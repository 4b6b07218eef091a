import { describe, expect, it } from 'vitest';
import type { AuditEvent } from '#domain/audit/event';
import type { Audience } from '#domain/notification/message';
import { rankingMessages } from '#domain/ranking/messages';
import { reviewMessages } from '#domain/review/messages';
import { programmeId } from '#test/build/an-application';
import { inReview, reported } from '#test/build/review';

const rules = { ...reviewMessages, ...rankingMessages };
const application = inReview({ materialReview: reported(612_345) });

const happened = (type: string, more: Partial<AuditEvent> = {}): AuditEvent => ({
  eventId: 'evt_1',
  recordType: 'application',
  recordId: 'app_1',
  programmeId,
  sequence: 1,
  at: '2027-03-01T01:00:00.000Z',
  actor: { personId: 'officer', name: '张处长' },
  type,
  previousHash: '',
  hash: '',
  ...more,
});
const person = (personId: string): Audience => ({ personId });
const slot = { at: '2027-03-01T01:00:00.000Z', minutes: 40, room: '301' };

describe('a message about the review', () => {
  it.each([
    ['panelFormed', { detail: { added: ['leader', 'member'] } }, [person('leader'), person('member')]],
    ['reviewHandedIn', { detail: { leaderId: 'leader', assessorId: 'member', code: '1' } }, [person('leader')]],
    ['reviewHandedIn', { detail: { leaderId: 'leader', assessorId: 'leader', code: '1' } }, []],
    ['conflictFound', { detail: { leftPanel: true } }, [{ role: 'office' }]],
    ['conflictFound', { detail: { leftPanel: false } }, []],
    ['panelReportHandedIn', {}, [{ role: 'office' }]],
    ['defenceScheduled', { detail: slot }, [person('owner'), person('leader'), person('member')]],
    ['defenceCompleted', { move: { from: 'Defence', to: 'OnSiteReview' } }, []],
    ['notOnSite', { detail: { noShow: true } }, [person('owner')]],
    [
      'onSitePlanned',
      { detail: { from: '2027-03-01', to: '2027-03-02', team: ['leader'] } },
      [person('owner'), person('leader')],
    ],
    ['findingsSigned', {}, [person('owner')]],
    ['onSiteReportHandedIn', {}, [{ role: 'office' }]],
    ['shortlisted', {}, [person('owner')]],
    ['notShortlisted', {}, [person('owner')]],
    ['notRecommended', { detail: { reason: '综合排序靠后' } }, [person('owner')]],
  ])('of %s %j goes to %j, without score, applicant or assessor', (type, more, to) => {
    const messages = rules[type]?.(happened(type, more), application) ?? [];
    expect(messages.map((m) => m.to)).toEqual(to);
    const said = JSON.stringify(messages.map(({ zh, en }) => [zh, en]));
    expect(said).not.toMatch(/612|昆明某厂|张处长|undefined|owner/);
    expect(said).not.toMatch(/"leader"|"member"/);
  });

  it('tells the time of a defence as it is in Beijing', () => {
    const [message] = rules.defenceScheduled?.(happened('defenceScheduled', { detail: slot }), application) ?? [];
    expect(message?.zh.text).toContain('2027-03-01 09:00');
  });
});
