import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { Actor } from '#domain/actor';
import type { Application } from '#domain/application/application';
import { applicationFor } from '#domain/application/views';
import { rules } from '#domain/cycle/rules';
import { completeDefence, countedPoints, defenceFor } from '#domain/defence/complete';
import { beginDefence, endDefence, recordNoShow, scoreDefence } from '#domain/defence/hold';
import { declareConflict } from '#domain/conflict/declare';
import { compositeMilli } from '#domain/ranking/composite';
import { isOwedReport } from '#domain/review/deliver-report';
import { at, officer, owner, someone } from '#test/build/an-application';
import { inDefence, noShow, score, slot } from '#test/build/defence';
import { refusalBy } from '#test/build/refused';
import { leader, member, outsider } from '#test/build/review';

const before = '2027-03-01T00:59:59.999Z';
const sheet = rules.parse({}).defenceSheet;
const items = [
  { code: 'D1', points: 240 },
  { code: 'D2', points: 300 },
  { code: 'D3', points: 260 },
];
const handedIn = { items, handIn: true };
const begun = { begunAt: slot.at };
const ended = { ...begun, endedAt: slot.at };
const offSite = { listId: 'lst_1', defence: true, onSite: false, reason: '待答辩', at: slot.at };

/** The panel of these tests has two members. */
const pair = { panelMinimum: 2 };

describe('the time of a defence', () => {
  it('is recorded by the office: begun from the slot on, ended once begun', () => {
    const { next } = beginDefence(inDefence(), pair, at(officer, slot.at));
    expect(next.defence).toMatchObject({ begunAt: slot.at, attendedBy: ['leader', 'member'] });
    expect(endDefence(next, at(officer)).next.defence?.endedAt).toBe(at(officer).now);
    for (const other of [leader, owner]) {
      expect(refusalBy(() => beginDefence(inDefence(), pair, at(other)))?.code).toBe('person.role-missing');
      expect(refusalBy(() => endDefence(next, at(other)))?.code).toBe('person.role-missing');
    }
  });

  it.each([
    ['a millisecond early', inDefence(), before, 'defence.not-held'],
    ['without a slot', inDefence({ slot: undefined }), slot.at, 'defence.not-held'],
    ['without a defender', inDefence({ defender: undefined }), slot.at, 'defence.no-defender'],
    ['of a no-show', inDefence({ noShow }), slot.at, 'defence.no-show-recorded'],
    ['twice', inDefence(begun), slot.at, 'defence.begun'],
  ])('does not begin %s', (_, of, now, code) => {
    expect(refusalBy(() => beginDefence(of, pair, at(officer, now)))?.code).toBe(code);
  });

  it('does not end before it began, nor twice', () => {
    expect(refusalBy(() => endDefence(inDefence(), at(officer)))?.code).toBe('defence.not-begun');
    expect(refusalBy(() => endDefence(inDefence(ended), at(officer)))?.code).toBe('defence.ended');
  });
});

describe('a score', () => {
  it('is made of the points of the sheet, and handed in once by each member of the panel', () => {
    const { next } = scoreDefence(inDefence(begun), handedIn, sheet, at(member));
    expect(next.defence?.scores).toEqual([{ ...score('member', 800), items }]);
    expect(refusalBy(() => scoreDefence(next, handedIn, sheet, at(member)))?.code).toBe('defence.scored-already');
    expect(refusalBy(() => scoreDefence(next, handedIn, sheet, at(leader)))).toBeUndefined();
  });

  it('is noted as the defence goes on and changed until it is handed in', () => {
    const first = scoreDefence(inDefence(begun), { items: items.slice(0, 1), handIn: false }, sheet, at(member)).next;
    expect(countedPoints(first)).toEqual([]);
    const second = scoreDefence(first, { items: items.slice(0, 2), handIn: false }, sheet, at(member)).next;
    expect(second.defence?.drafts).toEqual([{ assessorId: 'member', items: items.slice(0, 2), at: slot.at }]);
    const final = scoreDefence(second, handedIn, sheet, at(member)).next;
    expect(final.defence?.drafts).toEqual([]);
    expect(countedPoints(final)).toEqual([800]);
  });

  it.each([
    ['before it has begun', inDefence(), handedIn, at(member), 'defence.not-begun'],
    ['of a no-show', inDefence({ noShow }), handedIn, at(member), 'defence.no-show-recorded'],
    ['after it was closed', inDefence({ ...ended, completedAt: slot.at }), handedIn, at(member), 'defence.completed'],
    ['by another panel', inDefence(begun), handedIn, at(outsider), 'person.role-missing'],
    ['by the office', inDefence(begun), handedIn, at(officer), 'person.role-missing'],
    ['by the applicant', inDefence(begun), handedIn, at(owner), 'person.role-missing'],
    [
      'of an item the sheet does not have',
      inDefence(begun),
      { items: [...items, { code: 'D9', points: 1 }], handIn: true },
      at(member),
      'defence.unknown-items',
    ],
    [
      'of an item twice',
      inDefence(begun),
      { items: [...items, { code: 'D1', points: 1 }], handIn: true },
      at(member),
      'defence.unknown-items',
    ],
    [
      'beyond the points of the item',
      inDefence(begun),
      { items: [{ code: 'D1', points: 301 }], handIn: false },
      at(member),
      'defence.too-many-points',
    ],
    [
      'that lacks an item',
      inDefence(begun),
      { items: items.slice(1), handIn: true },
      at(member),
      'defence.items-missing',
    ],
    ['after the stage', inDefence(begun, { stage: 'OnSiteReview' }), handedIn, at(member), 'stage.action-unavailable'],
  ])('%s is refused', (_, of, given, circumstances, code) => {
    expect(refusalBy(() => scoreDefence(of, given, sheet, circumstances))?.code).toBe(code);
  });

  it('is in no event', () => {
    const { events } = scoreDefence(inDefence(begun), handedIn, sheet, at(member));
    expect(JSON.stringify(events)).not.toContain('800');
  });
});

describe('until a defence is closed', () => {
  const open = inDefence({
    ...begun,
    scores: [score('leader', 711), score('member', 822)],
    drafts: [{ assessorId: 'member', items: [{ code: 'D1', points: 133 }], at: slot.at }],
  });

  it('an assessor sees their own score and no peer’s', () => {
    expect(defenceFor(member, open, false)).toMatchObject({ scores: [score('member', 822)], drafts: [{}] });
    const leaders = defenceFor(leader, open, false);
    expect(leaders.scores).toEqual([score('leader', 711)]);
    expect(JSON.stringify(leaders)).not.toMatch(/822|133/);
  });

  it('the office sees whose score is in and no points, wherever it looks', () => {
    const shown = defenceFor(officer, open, true);
    expect(shown).toMatchObject({ scores: [], handedIn: ['leader', 'member'] });
    for (const view of [shown, applicationFor(officer, open)]) expect(JSON.stringify(view)).not.toMatch(/711|822|133/);
  });

  it('and afterwards those who may read it see all of it', () => {
    const closed = inDefence({ ...open.defence, completedAt: slot.at });
    expect(defenceFor(officer, closed, true).scores).toHaveLength(2);
  });
});

describe('a no-show', () => {
  const over = '2027-03-01T01:40:00.000Z';
  const said = { reason: '未到场', annul: false };
  const record = (of: Application, by = officer, now = over) => recordNoShow(of, said, at(by, now));
  const annul = (of: Application, by: Actor) => recordNoShow(of, { reason: '会场登记有误', annul: true }, at(by, over));
  const colleague = someone('colleague', 'office');

  it('is recorded once the slot is over, not while who is late may still come', () => {
    expect(refusalBy(() => record(inDefence(), officer, '2027-03-01T01:39:59.999Z'))).toEqual({
      code: 'defence.slot-not-over',
      detail: { end: over },
    });
    expect(refusalBy(() => record(inDefence(), officer, slot.at))?.code).toBe('defence.slot-not-over');
  });

  it('is annulled by another officer until the defence is closed, which is then held or scheduled anew', () => {
    const { next: absent } = record(inDefence());
    expect(refusalBy(() => annul(absent, officer))?.code).toBe('defence.no-show-own');
    expect(refusalBy(() => annul(absent, member))?.code).toBe('person.role-missing');
    const { next, events } = annul(absent, colleague);
    expect(next.defence?.noShow).toBeUndefined();
    expect(events).toMatchObject([{ type: 'defenceNoShowAnnulled', detail: { recorded: { recordedBy: 'officer' } } }]);
    expect(beginDefence(next, pair, at(officer, over)).next.defence?.begunAt).toBe(over);
    expect(refusalBy(() => annul(next, colleague))?.code).toBe('defence.no-show-missing');
    const closed = completeDefence(absent, pair, at(officer, over)).next;
    expect(refusalBy(() => annul(closed, colleague))?.code).toBe('defence.completed');
  });

  it('is recorded by the office when the time has come and nobody scored', () => {
    expect(record(inDefence()).next.defence?.noShow).toEqual({ ...noShow, at: over });
    expect(refusalBy(() => record(inDefence(), officer, before))?.code).toBe('defence.not-held');
    expect(refusalBy(() => record(inDefence({ noShow })))?.code).toBe('defence.no-show-recorded');
    expect(refusalBy(() => record(inDefence(begun)))?.code).toBe('defence.begun');
    expect(refusalBy(() => record(inDefence({ scores: [score('leader', 0)] })))?.code).toBe('defence.scores-exist');
    expect(refusalBy(() => record(inDefence(), member))?.code).toBe('person.role-missing');
  });

  it('is never scored, whatever order things are tried in', () => {
    const tries = {
      begin: (of: ReturnType<typeof inDefence>) => beginDefence(of, pair, at(officer)),
      end: endDefence,
      note: (of: ReturnType<typeof inDefence>) =>
        scoreDefence(of, { items: items.slice(0, 1), handIn: false }, sheet, at(member)),
      score: (of: ReturnType<typeof inDefence>) => scoreDefence(of, handedIn, sheet, at(member)),
      scoreToo: (of: ReturnType<typeof inDefence>) => scoreDefence(of, handedIn, sheet, at(leader)),
      noShow: (of: ReturnType<typeof inDefence>) => record(of),
      complete: (of: ReturnType<typeof inDefence>) => completeDefence(of, pair, at(officer)),
    };
    const names = Object.keys(tries) as (keyof typeof tries)[];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...names), { maxLength: 14 }), (order) => {
        let of = inDefence();
        for (const name of order) refusalBy(() => (of = tries[name](of, at(officer)).next));
        if (!of.defence?.noShow) return;
        expect(of.defence.scores).toEqual([]);
        expect(countedPoints(of)).toEqual([]);
        expect(of.stage).toBe('Defence');
        expect(compositeMilli(of, { onSite: 70, defence: 30 })).toBeUndefined();
      }),
    );
  });
});

describe('the end of a defence', () => {
  const scores = [score('leader', 700), score('member', 801)];

  it('waits for every member of the panel, and for the end', () => {
    expect(
      refusalBy(() => completeDefence(inDefence({ ...ended, scores: scores.slice(1) }), pair, at(officer))),
    ).toEqual({
      code: 'defence.scores-missing',
      detail: { missing: 1 },
    });
    expect(refusalBy(() => completeDefence(inDefence({ ...begun, scores }), pair, at(officer)))?.code).toBe(
      'defence.not-ended',
    );
    expect(refusalBy(() => completeDefence(inDefence({ ...ended, scores }), pair, at(officer)))).toBeUndefined();
  });

  it('is never reached without a panel', () => {
    const empty = inDefence(ended, { panel: undefined });
    expect(refusalBy(() => completeDefence(empty, pair, at(officer)))?.code).toBe('panel.short');
  });

  it.each([
    ['goes on to the on-site review when on that list', { ...ended, scores }, {}, 'OnSiteReview', 'defenceCompleted'],
    [
      'leaves who is not on it to get the report',
      { ...ended, scores },
      { shortlisting: offSite },
      'Defence',
      'notOnSite',
    ],
    ['leaves a no-show to get the report', { noShow }, {}, 'Defence', 'notOnSite'],
  ])('%s', (_, defence, given, stage, type) => {
    const { next, events } = completeDefence(inDefence(defence, given), pair, at(officer));
    expect(next.stage).toBe(stage);
    expect(next.materialReview?.delivery).toBeUndefined();
    expect(events[0]?.type).toBe(type);
    expect(isOwedReport(next)).toBe(stage === 'Defence');
    expect(refusalBy(() => completeDefence({ ...next, stage: 'Defence' }, pair, at(officer)))?.code).toBe(
      'defence.completed',
    );
  });

  it('is refused to a short panel, however complete its scores; a no-show is closed all the same', () => {
    const three = { panelMinimum: 3 };
    expect(refusalBy(() => completeDefence(inDefence({ ...ended, scores }), three, at(officer)))).toEqual({
      code: 'panel.short',
      detail: { members: 2, least: 3 },
    });
    const panel = { leaderId: 'leader', assessorIds: ['leader', 'member', 'third'], formedAt: slot.at };
    const full = inDefence({ ...ended, scores: [...scores, score('third', 600)] }, { panel });
    expect(completeDefence(full, three, at(officer)).next.stage).toBe('OnSiteReview');
    expect(completeDefence(inDefence({ noShow }), three, at(officer)).events[0]?.type).toBe('notOnSite');
  });

  describe('with a substitute who was named after it began', () => {
    const three = { leaderId: 'leader', assessorIds: ['leader', 'member', 'outsider'], formedAt: slot.at };
    const attendedBy = ['leader', 'member'];
    const of = (defence: object) => inDefence({ ...ended, attendedBy, scores, ...defence }, { panel: three });

    it('is scored by those who attended, and closes with their scores', () => {
      expect(refusalBy(() => scoreDefence(of({}), handedIn, sheet, at(outsider)))?.code).toBe('defence.not-attended');
      const { next } = completeDefence(of({}), pair, at(officer));
      expect([next.stage, countedPoints(next)]).toEqual(['OnSiteReview', [700, 801]]);
      expect(refusalBy(() => completeDefence(of({ scores: scores.slice(1) }), pair, at(officer)))).toEqual({
        code: 'defence.scores-missing',
        detail: { missing: 1 },
      });
    });

    it('is held again when too few attended: everybody scores anew, what was scored is kept and void', () => {
      const least = { panelMinimum: 3 };
      expect(refusalBy(() => completeDefence(of({}), least, at(officer)))).toEqual({
        code: 'defence.attended-by-too-few',
        detail: { attended: 2, least: 3 },
      });
      expect(refusalBy(() => beginDefence(of({}), pair, at(officer)))?.code).toBe('defence.begun');
      const short = { ...of({}), panel: { ...three, assessorIds: ['leader', 'outsider'] } };
      expect(refusalBy(() => beginDefence(short, least, at(officer)))?.code).toBe('panel.short');
      const { next, events } = beginDefence(of({}), least, at(officer));
      expect(next.defence).toMatchObject({ attendedBy: three.assessorIds, scores: [{ voidedAt: slot.at }, {}] });
      expect(next.defence?.endedAt).toBeUndefined();
      expect(events[0]?.detail).toMatchObject({ again: true });
      expect(countedPoints(next)).toEqual([]);
      let scored = endDefence(next, at(officer)).next;
      for (const who of [leader, member, outsider]) scored = scoreDefence(scored, handedIn, sheet, at(who)).next;
      expect(completeDefence(scored, least, at(officer)).next.stage).toBe('OnSiteReview');
      expect(countedPoints(scored)).toEqual([800, 800, 800]);
    });
  });

  it('does not count the score of a member who stepped down', () => {
    const left = declareConflict(inDefence({ ...ended, scores }), { ground: 'kin', statement: '亲属' }, [], at(member))
      .application.next;
    expect(countedPoints(left)).toEqual([700]);
    expect(completeDefence(left, { panelMinimum: 1 }, at(officer)).next.stage).toBe('OnSiteReview');
  });
});
