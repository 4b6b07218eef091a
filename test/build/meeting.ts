import type { Actor } from '#domain/actor';
import type { Rules } from '#domain/cycle/rules';
import { rules } from '#domain/cycle/rules';
import { newHead } from '#domain/record';
import type { Resolution, ResolutionKind } from '#domain/resolution/resolution';
import { castBallot, questionsFor } from '#domain/vote/cast-ballot';
import type { Closed } from '#domain/vote/close-ballot';
import { closeBallot } from '#domain/vote/close-ballot';
import type { Candidate, Meeting } from '#domain/vote/meeting';
import type { Opening } from '#domain/vote/open-ballot';
import { openBallot } from '#domain/vote/open-ballot';
import type { Box, Choice } from '#domain/vote/round';
import { emptyBox, withSheet } from '#domain/vote/round';
import type { Taken } from '#domain/vote/standing';
import { at, officer, programmeId, someone } from './an-application.ts';

export const startsAt = '2027-03-01T01:00:00.000Z';
export const memberId = (n: number): string => `member-${String(n).padStart(2, '0')}`;
export const theMember = (n: number): Actor => someone(memberId(n), 'committeeMember');
export const chair = theMember(1);

export const anOrganisation = (applicationId: string, given: Partial<Candidate> = {}): Candidate => ({
  applicationId,
  name: `单位${applicationId}`,
  kind: 'organisation',
  award: 'qualityAward',
  compositeMilli: 800_000,
  ...given,
});

const ids = (count: number) => Array.from({ length: count }, (_, i) => memberId(i + 1));

/** To whom no case is closed by a conflict. */
export const noneClosed: ReadonlySet<string> = new Set();

/** A meeting of so many members, of whom the first so many are present; the first presides. */
export function aMeeting(members: number, present: number, given: Partial<Meeting> = {}): Meeting {
  return {
    ...newHead(programmeId),
    version: 1,
    meetingId: 'mtg_1',
    cycleId: 'cyc_1',
    ordinal: 1,
    title: '全体成员大会',
    startsAt,
    place: '第一会议室',
    agenda: ['表决'],
    status: 'convened',
    members: ids(members),
    names: Object.fromEntries(ids(members).map((id) => [id, `委员${id}`])),
    chairId: memberId(1),
    candidates: [anOrganisation('a')],
    attendance: ids(present).map((personId) => ({ personId, arrivedAt: startsAt })),
    recusals: [],
    struck: [],
    rounds: [],
    vacancies: [],
    papers: [],
    ...given,
  };
}

export const someRules = (given: object = {}): Rules => rules.parse(given);

/** A recusal of a member. */
export const recused = (n: number, applicationId: string): Meeting['recusals'][number] => ({
  personId: memberId(n),
  applicationId,
  reason: '亲属任职',
  by: memberId(n),
  at: startsAt,
});

/** A resolution that the committee recorded. */
export const aResolution = (kind: ResolutionKind, given: Partial<Resolution> = {}): Resolution => ({
  ...newHead(programmeId),
  version: 1,
  resolutionId: `res_${kind}`,
  number: '评审委〔2027〕1号',
  kind,
  title: '决议',
  text: '决议如下',
  adoptedOn: '2027-03-01',
  meetingId: 'mtg_1',
  recordedBy: memberId(2),
  recordedAt: startsAt,
  ...given,
});

export const opened = (of: Meeting, rules = someRules(), given: Partial<Opening> = {}): Meeting =>
  openBallot(of, { strikes: [], putOff: [], rules, taken: [], closed: noneClosed, ...given }, at(officer)).next;

/** How the member with this number votes on this question. */
export type Voting = (n: number, key: string) => Choice;

/** The first so many vote yes, on each question; the others no. */
export const ayes =
  (yes: Readonly<Record<string, number>>): Voting =>
  (n, key) =>
    n <= (yes[key] ?? 0) ? 'yes' : 'no';

/** Everybody who is present votes. */
export function everyoneVotes(of: Meeting, voting: Voting): { meeting: Meeting; box: Box } {
  let meeting = of;
  let box = emptyBox(of.ballot?.questions ?? []);
  for (const [i, personId] of of.members.entries()) {
    if (!of.attendance.some((a) => a.personId === personId && !a.leftAt)) continue;
    const due = questionsFor(meeting, personId);
    if (due.length === 0) continue;
    const choices = Object.fromEntries(due.map(({ key }) => [key, voting(i + 1, key)]));
    const { outcome, sheet } = castBallot(meeting, choices, at(theMember(i + 1)));
    meeting = outcome.next;
    box = withSheet(box, sheet);
  }
  return { meeting, box };
}

/** Closes the ballot as the chair does. */
export const closed = (
  { meeting, box }: { meeting: Meeting; box: Box },
  rules = someRules(),
  taken: Taken = [],
): Closed =>
  closeBallot(
    meeting,
    { box, minutes: '纪要', withoutOutstanding: false, strikes: [], rules, taken, late: [], closed: noneClosed },
    at(someone(meeting.chairId, 'committeeMember')),
  );

/** From the opening to the closing. */
export const voted = (of: Meeting, voting: Voting, rules = someRules(), taken: Taken = []): Closed =>
  closed(everyoneVotes(opened(of, rules, { taken }), voting), rules, taken);

/** Who is in, by the list. */
export const winnersOf = ({ entries }: Closed): string[] =>
  (entries ?? []).filter((e) => e.outcome === 'in').map((e) => `${e.applicationId} ${e.award}`);
