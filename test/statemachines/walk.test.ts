import { describe, expect, test } from 'vitest';
import { definitionOf } from '#infra/definitions';
import { FunctionError } from '#local/contracts';
import type { MachineName } from '#statemachines/machines';
import { Rig } from '#test/local/states/rig';

interface Opened {
  readonly stage: string;
  readonly token: string;
  readonly recordId: string;
  readonly kind: string;
}
type Functions = Record<string, (payload: never) => unknown>;

const day = 86_400;

/** A machine of the award on the local engine; `opened` is what its waits were given, newest last. */
function award(name: MachineName, functions: Functions = {}, now = '2027-03-01T00:00:00Z') {
  const opened: Opened[] = [];
  const opens = Object.keys(definitionOf(name).States).filter((state) => state.startsWith('Open'));
  const open = (payload: never) => void opened.push(payload);
  const rig = new Rig({
    definition: definitionOf(name),
    functions: { ...Object.fromEntries(opens.map((state) => [state, open])), ...functions },
    now: Date.parse(now),
  });
  const answer = async (output: { stage: string; until?: string }) => {
    const taskToken = opened.at(-1)?.token;
    await rig.call('SendTaskSuccess', { taskToken, output: JSON.stringify(output) });
    await rig.settle();
  };
  return { rig, opened, answer, waitsIn: () => opened.at(-1)?.stage };
}

test('an application that everyone agrees to goes from submission to the award', async () => {
  const closed = (after: string) => () => ({ stage: after });
  const { rig, opened, answer } = award('application-lifecycle', {
    CloseEligibilityNotice: closed('MaterialReview'),
    CloseAwardNotice: closed('GovernmentApproval'),
  });
  const arn = await rig.start({ recordId: 'app_1' });
  await answer({ stage: 'Consultation' });
  await answer({ stage: 'EligibilityNotice' });
  await answer({ stage: 'EligibilityNotice', until: '2027-03-10T16:00:00.000Z' });
  await rig.advance(15 * day);
  for (const stage of ['Defence', 'OnSiteReview', 'Recommendation', 'CommitteeVote', 'AwardNotice'])
    await answer({ stage });
  await answer({ stage: 'AwardNotice', until: '2027-03-25T16:00:00.000Z' });
  await rig.advance(15 * day);
  await answer({ stage: 'Awarded' });
  expect(rig.details(arn).status).toBe('SUCCEEDED');
  expect(opened.map(({ stage }) => stage)).toEqual([
    'EligibilityReview',
    'Consultation',
    'EligibilityNotice',
    'MaterialReview',
    'Defence',
    'OnSiteReview',
    'Recommendation',
    'CommitteeVote',
    'AwardNotice',
    'GovernmentApproval',
  ]);
  expect(opened[0]).toMatchObject({ recordId: 'app_1', kind: 'application', schemaVersion: 1 });
});

test('a notice ends at its time and not before', async () => {
  const closedAt: number[] = [];
  const { rig, answer, waitsIn } = award('application-lifecycle', {
    CloseEligibilityNotice: () => {
      closedAt.push(rig.now);
      return { stage: 'MaterialReview' };
    },
  });
  await rig.start({ recordId: 'app_1', resumeFrom: 'EligibilityNotice' });
  await answer({ stage: 'EligibilityNotice', until: '2027-03-08T16:00:00.000Z' });
  await rig.advance(7 * day);
  expect(closedAt).toEqual([]);
  await rig.advance(day);
  expect(closedAt).toEqual([Date.parse('2027-03-08T16:00:00Z')]);
  expect(waitsIn()).toBe('MaterialReview');
});

test('a notice with an open objection waits again after its time', async () => {
  const { rig, opened, answer } = award('application-lifecycle', {
    CloseEligibilityNotice: () => ({ stage: 'EligibilityNotice' }),
  });
  await rig.start({ recordId: 'app_1', resumeFrom: 'EligibilityNotice' });
  await answer({ stage: 'EligibilityNotice', until: '2027-03-08T16:00:00.000Z' });
  await rig.advance(10 * day);
  expect(opened.map(({ stage }) => stage)).toEqual(['EligibilityNotice', 'EligibilityNotice']);
});

test('a withdrawal closes the case in every stage', async () => {
  for (const resumeFrom of ['EligibilityReview', 'MaterialReview', 'GovernmentApproval']) {
    const { rig, answer } = award('application-lifecycle');
    const arn = await rig.start({ recordId: 'app_1', resumeFrom });
    await answer({ stage: 'Withdrawn' });
    expect(rig.details(arn).status, resumeFrom).toBe('SUCCEEDED');
  }
});

test('a machine that people outran catches up with the record, further than one step', async () => {
  const { rig, answer, waitsIn } = award('application-lifecycle');
  const arn = await rig.start({ recordId: 'app_1' });
  await answer({ stage: 'MaterialReview' });
  expect(waitsIn()).toBe('MaterialReview');
  await answer({ stage: 'Awarded' });
  expect(rig.details(arn).status).toBe('SUCCEEDED');
});

test('a wait that runs out is escalated and begins again where the record stands', async () => {
  const escalated: unknown[] = [];
  const { rig, opened, waitsIn } = award('application-lifecycle', {
    EscalateWait: (payload) => {
      escalated.push(payload);
      return { resumeFrom: 'Consultation' };
    },
  });
  const arn = await rig.start({ recordId: 'app_1', resumeFrom: 'Consultation' });
  await rig.advance(31 * day);
  expect(escalated).toEqual([{ schemaVersion: 1, kind: 'application', recordId: 'app_1', stage: 'Consultation' }]);
  expect(waitsIn()).toBe('Consultation');
  expect(new Set(opened.map(({ token }) => token)).size).toBe(2);
  expect(rig.details(arn).status).toBe('RUNNING');
});

test('a step is tried again when another save came first', async () => {
  let tries = 0;
  const { rig } = award('revocation', {
    OpenInvestigation: () => {
      tries += 1;
      if (tries < 3) throw new FunctionError('RecordChanged', 'another save came first');
    },
  });
  const arn = await rig.start({ recordId: 'rev_1' });
  await rig.advance(60);
  expect(tries).toBe(3);
  expect(rig.details(arn).status).toBe('RUNNING');
});

test('a step that fails for good comes before an operator, by the error’s name alone', async () => {
  const reported: unknown[] = [];
  const { rig } = award('revocation', {
    OpenHearing: () => {
      throw new FunctionError('TypeError', '张三 is not a function');
    },
    ReportFault: (payload) => void reported.push(payload),
  });
  const arn = await rig.start({ recordId: 'rev_1', resumeFrom: 'Hearing' });
  await rig.advance(600);
  expect(rig.details(arn)).toMatchObject({ status: 'FAILED', error: 'CaseNeedsOperator' });
  expect(reported).toEqual([
    { schemaVersion: 1, kind: 'revocation', recordId: 'rev_1', stage: 'Hearing', error: 'TypeError' },
  ]);
});

test('a case cannot be started again at a stage that is none', async () => {
  const reported: unknown[] = [];
  const { rig } = award('revocation', { ReportFault: (payload) => void reported.push(payload) });
  const arn = await rig.start({ recordId: 'rev_1', resumeFrom: 'Lunch' });
  await rig.advance(600);
  expect(rig.details(arn).status).toBe('FAILED');
  expect(reported).toEqual([expect.objectContaining({ stage: 'Lunch', error: 'StageUnknown' })]);
});

test('the yearly duties of all winners are opened, page after page, for the year that begins in China', async () => {
  const asked: unknown[] = [];
  const cursors: Record<string, string | undefined> = { first: 'second', second: 'third' };
  const { rig } = award('yearly-duties', {
    OpenYearlyDuties: ({ cursor, year }: { cursor: string | null; year: number }) => {
      asked.push([year, cursor]);
      const next = cursors[cursor ?? 'first'];
      return { opened: 2, ...(next && { cursor: next }) };
    },
  });
  const arn = await rig.start({ scheduledTime: '2027-12-31T17:00:00Z' });
  expect(rig.details(arn).status).toBe('SUCCEEDED');
  expect(asked).toEqual([
    [2028, null],
    [2028, 'second'],
    [2028, 'third'],
  ]);
});

describe('a morning with many digests', () => {
  const parts = [0, 1, 2].map((part) => ({ part, from: '', programmes: [], failed: 0 }));
  const swept: { part: number; from: string }[] = [];
  const told: unknown[] = [];
  const machine = (failed: number) =>
    award('yearly-duties', {
      RemindPart: (so: { part: number; from: string }) => {
        swept.push({ part: so.part, from: so.from });
        return { ...so, from: so.part === 1 && so.from === '' ? 'half' : '', programmes: ['p'], failed: 0 };
      },
      TellStaff: (payload: unknown) => {
        told.push(payload);
        return { failed };
      },
    });

  test('sweeps each part to its end, then tells the offices once', async () => {
    const { rig } = machine(0);
    const arn = await rig.start({ parts, programmes: ['q'] });
    expect(rig.details(arn).status).toBe('SUCCEEDED');
    expect(swept.filter(({ part }) => part === 1)).toEqual([
      { part: 1, from: '' },
      { part: 1, from: 'half' },
    ]);
    expect(swept).toHaveLength(4);
    expect(told).toEqual([
      expect.objectContaining({ programmes: ['q'], swept: parts.map(({ part }) => expect.objectContaining({ part })) }),
    ]);
  });

  test('fails when some could not be sent, so that somebody looks', async () => {
    const { rig } = machine(1);
    const arn = await rig.start({ parts, programmes: [] });
    expect(rig.details(arn)).toMatchObject({ status: 'FAILED', error: 'DutiesNotReminded' });
  });
});

test('a push to a platform that is down is tried again with growing pauses, and delivered when it is up', async () => {
  let tries = 0;
  const { rig } = award('platform-push', {
    PushToPlatform: () => {
      tries += 1;
      if (tries < 4) throw new FunctionError('PlatformUnavailable', 'answered 503');
      return { delivered: true };
    },
  });
  const arn = await rig.start({ recordId: 'psh_1' });
  await rig.advance(day);
  expect(tries).toBe(4);
  expect(rig.details(arn)).toMatchObject({ status: 'SUCCEEDED' });
});

test.each([
  ['PlatformUnavailable', 8],
  ['PlatformRefused', 1],
  ['PlatformUntrusted', 1],
  ['PlatformNotConfigured', 1],
])('a push that fails with %s is given up after %i tries and reported by that name', async (error, most) => {
  let tries = 0;
  const reported: unknown[] = [];
  const { rig } = award('platform-push', {
    PushToPlatform: () => {
      tries += 1;
      throw new FunctionError(error, 'personal data');
    },
    ReportPushFailure: (payload: never) => {
      reported.push(payload);
      return { delivered: false };
    },
  });
  const arn = await rig.start({ recordId: 'psh_1' });
  await rig.advance(2 * day);
  expect(tries).toBe(most);
  expect(reported).toEqual([{ schemaVersion: 1, recordId: 'psh_1', error }]);
  expect(rig.details(arn).status).toBe('SUCCEEDED');
});
