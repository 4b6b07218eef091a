import { describe, expect, test } from 'vitest';
import { declareConflict } from '#domain/conflict/declare';
import { doubtsAbout, raising } from '#domain/assessor/doubts';
import { assessorMessages } from '#domain/assessor/messages';
import { keepAssessor } from '#domain/assessor/keep';
import { at, officer, programmeId } from '#test/build/an-application';
import { anEntry, inReview, member, panelRules } from '#test/build/review';

const today = '2027-03-01';
const hired = [{ name: '昆明某厂' }];
const exit = { on: '2027-02-20', reason: '退库', by: 'officer', at: '2027-02-20T00:00:00.000Z' };
const ofCase = { applicationId: 'app_1', code: '2027-Z-1' };

describe('an entry of the pool that was changed', () => {
  test.each([
    ['an employer that is the applicant', { employments: hired }, inReview(), [{ because: 'conflict' }]],
    ['an exit', { exit }, inReview({ stage: 'Defence' }), [{ because: 'left' }]],
    ['nothing', {}, inReview(), []],
    ['such an employer after the review', { employments: hired }, inReview({ stage: 'Recommendation' }), []],
    ['such an employer of somebody else’s', { personId: 'outsider', employments: hired }, inReview(), []],
    [
      'such an employer of one who stepped back',
      { employments: hired },
      declareConflict(inReview(), { ground: 'kin', statement: '亲属' }, [], at(member)).application.next,
      [],
    ],
  ])('with %s', (_, given, of, doubts) => {
    const found = doubtsAbout(anEntry('member', given), of, panelRules, today);
    expect(found).toMatchObject(doubts.map((d) => ({ ...ofCase, ...d })));
    expect(found).toHaveLength(doubts.length);
  });

  test('tells the office of each case, by a line that whoever has a conflict with it does not get', () => {
    const doubts = doubtsAbout(anEntry('member', { employments: hired, exit }), inReview(), panelRules, today);
    const kept = keepAssessor(
      anEntry('member'),
      { programmeId, assessorId: 'P-member' },
      anEntry('member'),
      at(officer),
    );
    expect(raising(kept, [])).toBe(kept);
    const event = raising(kept, doubts).events.at(-1);
    expect(event).toMatchObject({ type: 'assessorSeatsInDoubt', detail: { assessorId: 'P-member' } });
    const messages = assessorMessages['assessorSeatsInDoubt']?.(event as never, undefined);
    expect(messages).toMatchObject([{ to: { role: 'office' }, lines: [ofCaseLine, ofCaseLine] }]);
    const [message] = messages ?? [];
    expect(JSON.stringify({ ...message, lines: [] })).not.toMatch(/2027-Z-1|昆明某厂/);
  });
});
const ofCaseLine = { applicationId: 'app_1', zh: expect.stringContaining('2027-Z-1') as string };
