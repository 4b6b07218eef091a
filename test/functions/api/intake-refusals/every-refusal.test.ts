import { QueryCommand } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { applicationRefusals } from '#domain/application/refusals';
import { dateAt } from '#domain/calendar/civil';
import { consultationRefusals } from '#domain/consultation/refusals';
import { cultivationRefusals } from '#domain/cultivation/refusals';
import { amendmentRefusals } from '#domain/cycle/amendment-refusals';
import { cycleRefusals } from '#domain/cycle/refusals';
import { documentRefusals } from '#domain/document/refusals';
import { eligibilityRefusals } from '#domain/eligibility/refusals';
import { objectionRefusals } from '#domain/objection/refusals';
import { programmeRefusals } from '#domain/programme/refusals';
import { noticeRefusals } from '#domain/public-notice/refusals';
import { recommendationRefusals } from '#domain/recommendation/refusals';
import type { RefusalCode } from '#domain/refusals';
import { refusals } from '#domain/refusals';
import { requestRefusals } from '#domain/request/refusals';
import { resolutionRefusals } from '#domain/resolution/refusals';
import { revocationRefusals } from '#domain/revocation/refusals';
import { suspensionRefusals } from '#domain/suspension/refusals';
import { idOf, nobody } from '#test/functions/api/api';
import { applicationRows, documentRows } from './applications.ts';
import { consultationRows } from './consultations.ts';
import { cycleRows } from './cycles.ts';
import type { Intake, Row } from './intake.ts';
import { anIntake, now } from './intake.ts';
import { noticeRows, objectionRows } from './notices.ts';
import { programmeRows } from './programmes.ts';
import { recommendationRows } from './recommendations.ts';
import { requestRows } from './requests.ts';
import { revocationRows } from './revocations.ts';
import { eligibilityRows, suspensionRows } from './reviews.ts';

const rows: readonly Row[] = [
  ...requestRows,
  ...programmeRows,
  ...cycleRows,
  ...applicationRows,
  ...documentRows,
  ...recommendationRows,
  ...eligibilityRows,
  ...suspensionRows,
  ...consultationRows,
  ...noticeRows,
  ...objectionRows,
  ...revocationRows,
];

/** What the ideas of the intake can refuse by; of revocations a ban is met there. */
const ofIntake = Object.keys({
  ...requestRefusals,
  ...programmeRefusals,
  ...cycleRefusals,
  ...amendmentRefusals,
  ...resolutionRefusals,
  ...applicationRefusals,
  ...documentRefusals,
  ...recommendationRefusals,
  ...cultivationRefusals,
  ...eligibilityRefusals,
  ...suspensionRefusals,
  ...consultationRefusals,
  ...noticeRefusals,
  ...objectionRefusals,
  ...revocationRefusals,
}).filter((code) => !code.startsWith('revocation.')) as RefusalCode[];

/** What no request meets, and why. */
const beyondHttp: Partial<Record<RefusalCode, string>> = {
  'notice.not-published': 'the list that carries a notice and the machine that ends it are no requests',
  'notice.running': 'a notice ends by the machine that waited for it; nobody can ask for it',
};

let intake: Intake;
beforeAll(async () => void (intake = await anIntake()));
afterAll(() => intake.end());

/** What the audit trail holds of a refused request. */
async function noted(requestId: string, day: string): Promise<Record<string, unknown> | undefined> {
  const { Items = [] } = await intake.served.client.send(
    new QueryCommand({
      TableName: 'audit',
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': { S: `REFUSED#${day}` } },
    }),
  );
  return Items.map((item) => unmarshall(item)).find((item) => item.requestId === requestId);
}

/** The facts that a code's sentences name. */
const factsOf = (code: RefusalCode): string[] =>
  [...`${refusals[code].zh}${refusals[code].en}`.matchAll(/\{(\w+)\}/g)].map((found) => found[1] ?? '');
/** Of a listing only: what was not said of another fact is left out of the sentence. */
const mayBeAbsent = ['until'];

describe('the intake refuses over HTTP', () => {
  test.each(rows)('$code: $when', async ({ code, status, article, attempt }) => {
    intake.at(now);
    const { by, route, at = now, ...given } = await attempt(intake);
    intake.at(at);
    const answer = await intake.call(by, route, given);
    expect(answer).toMatchObject({ status, body: { code } });
    expect(answer.body.article).toBe(article);
    const known = ['code', 'article', 'message', 'detail', 'requestId'];
    expect(Object.keys(answer.body).filter((key) => !known.includes(key))).toEqual([]);
    const { message, detail } = answer.body as { message: Record<string, string>; detail: Record<string, unknown> };
    expect(message.zh).toMatch(/\p{Script=Han}/u);
    expect(message.en).toMatch(/[a-z]{2}/);
    expect(JSON.stringify(answer.body)).not.toMatch(/\.[jt]s:\d+|node_modules|Error:|undefined/);
    expect(factsOf(code).filter((fact) => !mayBeAbsent.includes(fact) && !(fact in detail))).toEqual([]);
    expect(await noted(answer.requestId, dateAt(at))).toMatchObject({
      code,
      personId: by === nobody ? 'public' : idOf(by),
    });
  });
});

test('every refusal of the intake is met by a request, or it is said why none meets it', () => {
  const met = new Set(rows.map((r) => r.code));
  expect(ofIntake.filter((code) => !met.has(code) && !beyondHttp[code])).toEqual([]);
  expect(Object.keys(beyondHttp).filter((code) => met.has(code as RefusalCode))).toEqual([]);
});
