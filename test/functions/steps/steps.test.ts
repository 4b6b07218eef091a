import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemActor } from '#domain/actor';
import type { Application } from '#domain/application/application';
import { decided } from '#domain/record';
import { anApplication, programmeId } from '#test/build/an-application';
import { endsAt, underNotice } from '#test/build/notice';
import { aStand } from './stand.ts';

let stand: Awaited<ReturnType<typeof aStand>>;
beforeAll(async () => void (stand = await aStand()));
afterAll(() => stand.stop());

const morning = '2027-03-01T01:00:00.000Z';
let count = 0;

/** An application that is stored, and what a step of it is told. */
async function stored(given: Application, now = morning) {
  stand.at(now);
  count += 1;
  const application = { ...given, version: 0, applicationId: `app_${count}` };
  await stand.deps().applications.save(decided({ actor: systemActor, now }, application, { type: 'arranged' }));
  const input = { schemaVersion: 1, kind: 'application', recordId: application.applicationId, stage: given.stage };
  return { id: application.applicationId, input };
}
const caseOf = (recordId: string) => ({ kind: 'application' as const, recordId });
const trailOf = async (recordId: string) => {
  const types: string[] = [];
  for await (const { type } of stand.deps().audit.trail('application', recordId)) types.push(type);
  return types;
};

describe('opening a stage', () => {
  test('keeps the token and begins the duty, and answers nothing', async () => {
    const { id, input } = await stored(anApplication({ stage: 'Consultation' }));
    expect(await stand.run('open-consultation', { ...input, token: 't1', openedAt: morning })).toBeUndefined();
    expect(await stand.deps().waits.token(caseOf(id), 'Consultation')).toBe('t1');
    expect((await stand.deps().applications.get(id)).duty).toMatchObject({ party: 'office', dueOn: '2027-03-22' });
    expect(await trailOf(id)).toEqual(['arranged', 'waitOpened']);
  });

  test('never replaces the token of a newer wait by that of an older', async () => {
    const { id, input } = await stored(anApplication({ stage: 'Defence' }));
    await stand.run('open-defence', { ...input, token: 'newer', openedAt: '2027-03-02T00:00:00.000Z' });
    const late = stand.run('open-defence', { ...input, token: 'older', openedAt: morning });
    await expect(late).rejects.toMatchObject({ name: 'RecordChanged' });
    expect(await stand.deps().waits.token(caseOf(id), 'Defence')).toBe('newer');
  });

  test('of another stage than its own is refused: the machine and its function are at odds', async () => {
    const { input } = await stored(anApplication({ stage: 'Defence' }));
    const wrong = stand.run('open-consultation', { ...input, token: 't', openedAt: morning });
    await expect(wrong).rejects.toThrow();
  });

  test('of a record that is not there is an error the machine knows by name', async () => {
    const { input } = await stored(anApplication({ stage: 'Defence' }));
    const missing = stand.run('open-defence', { ...input, recordId: 'app_none', token: 't', openedAt: morning });
    await expect(missing).rejects.toMatchObject({ name: 'RecordMissing' });
  });
});

describe('closing a notice', () => {
  const at = async (now: string, application: Application) => {
    const { id, input } = await stored(application);
    stand.at(now);
    return { id, answer: await stand.run('close-eligibility-notice', { ...input, stage: 'EligibilityNotice' }) };
  };

  test('moves the application on once the period is over', async () => {
    const { id, answer } = await at(endsAt, underNotice());
    expect(answer).toEqual({ stage: 'MaterialReview' });
    expect((await stand.deps().applications.get(id)).stage).toBe('MaterialReview');
  });

  test('leaves it in the notice while an objection is open', async () => {
    const { id, answer } = await at(endsAt, underNotice('EligibilityNotice', 'open'));
    expect(answer).toEqual({ stage: 'EligibilityNotice' });
    expect(await trailOf(id)).toEqual(['arranged']);
  });

  test('leaves an application alone that was withdrawn meanwhile', async () => {
    const { answer } = await at(endsAt, { ...underNotice(), stage: 'Withdrawn' });
    expect(answer).toEqual({ stage: 'Withdrawn' });
  });

  test('a moment too early is an error by the name that the machine retries', async () => {
    await expect(at('2027-03-09T15:59:00.000Z', underNotice())).rejects.toMatchObject({ name: 'notice.running' });
  });
});

describe('a wait that runs out', () => {
  test('is escalated, and begins again in the stage where the case stands', async () => {
    const { id, input } = await stored(anApplication({ stage: 'Consultation' }));
    expect(await stand.run('escalate-wait', input)).toEqual({ resumeFrom: 'Consultation' });
    expect(await trailOf(id)).toEqual(['arranged', 'waitEscalated']);
  });

  test('is not escalated when somebody acted in that moment', async () => {
    const { id, input } = await stored(anApplication({ stage: 'EligibilityNotice' }));
    expect(await stand.run('escalate-wait', { ...input, stage: 'Consultation' })).toEqual({
      resumeFrom: 'EligibilityNotice',
    });
    expect(await trailOf(id)).toEqual(['arranged']);
  });
});

test('a fault is put before an operator with the error’s name', async () => {
  const { id, input } = await stored(anApplication({ stage: 'Defence' }));
  await stand.run('report-fault', { ...input, error: 'TypeError' });
  const { items } = await stand.deps().faults.list({});
  expect(items).toContainEqual({
    ...{ kind: 'application', recordId: id, programmeId, stage: 'Defence', error: 'TypeError' },
    at: expect.stringMatching(/^2027-03-01T01:00/) as string,
  });
  expect(await trailOf(id)).toEqual(['arranged', 'machineFaulted']);
});
