import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Route } from '#functions/api/route';
import type { RouteName } from '#functions/api/routes';
import { routes } from '#functions/api/routes';
import type { Role } from '#domain/actor';
import { people } from '#local/sample/people';
import type { Cast } from '#local/sample/set-up';
import { assemble, one } from '#local/sample/set-up';
import type { Carried } from '#local/sample/visitor';
import { visitor } from '#local/sample/visitor';
import { exampleOf } from '#test/build/example';
import { announce } from './chapters/announce.ts';
import { applyInNumbers } from './chapters/apply.ts';
import { recommendForAward, vote } from './chapters/decide.ts';
import { examine, publish } from './chapters/eligibility.ts';
import { meetInPerson, reviewMaterials } from './chapters/review.ts';
import type { FreshCloud } from './fresh-cloud.ts';
import { freshCloud } from './fresh-cloud.ts';
import { recordIds } from './record-ids.ts';
import { Narrator } from './narrator.ts';
import type { Story } from './story.ts';

const all = Object.entries(routes) as [RouteName, Route][];
const notPublic = all.filter(([, route]) => route.who !== 'public');

let fresh: FreshCloud;
let cast: Cast;
/** What stands in a path's braces: records of the programme that is none of the outsiders' business. */
let ids: ReadonlyMap<string, string>;

const carried = (route: Route): Carried => {
  const names = [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  const example = exampleOf(route.params) as Record<string, string>;
  const known = Object.fromEntries(names.map((name) => [name, ids.get(name) ?? example[name] ?? 'x']));
  return {
    // Some records of different kinds are named alike; an id that is none here gives way to an example.
    params: route.params.safeParse(known).success ? known : { ...known, ...example },
    query: exampleOf(route.query) as Record<string, string>,
    ...(route.method !== 'GET' && { body: exampleOf(route.body) }),
  };
};

beforeAll(async () => {
  fresh = await freshCloud();
  cast = await assemble(fresh.cloud);
  const story: Story = { place: fresh.cloud, cast, tell: new Narrator(() => undefined), programmeId: 'not-theirs' };
  const { cycleId, year } = await announce(story);
  const entrants = await applyInNumbers(story, cycleId, year, 2);
  await examine(story, entrants);
  await publish(story, cycleId, 'EligibilityNotice', entrants, 'MaterialReview');
  await reviewMaterials(story, cycleId, entrants);
  await meetInPerson(story, entrants);
  await recommendForAward(story, cycleId, entrants);
  await vote(story, cycleId, entrants);
  ids = recordIds(fresh.cloud.dynamodb);
}, 480_000);
afterAll(() => fresh.end());

describe('every route', () => {
  test('that is not public asks who is calling', async () => {
    const nobody = visitor(fresh.cloud, 'nobody');
    for (const [name, route] of notPublic)
      expect([name, (await nobody.attempt(name, carried(route))).status]).toEqual([name, 401]);
  });

  test('refuses each role that it does not name, before anything else', { timeout: 240_000 }, async () => {
    const holders = new Map(people.flatMap(({ sub, grant }) => (grant ? [[grant.role, sub] as const] : [])));
    holders.set('administrator', 'admin').set('applicant', 'individual');
    for (const [name, route] of notPublic) {
      const { who } = route;
      if (!Array.isArray(who) || who.includes('applicant' satisfies Role)) continue;
      for (const [role, sub] of holders) {
        if (who.includes(role)) continue;
        const { status, body } = await one(cast, sub).attempt(name, carried(route));
        expect([name, role, status, body.code]).toEqual([name, role, 403, 'person.role-missing']);
        expect(body.message?.zh).toMatch(/\p{Script=Han}/u);
      }
    }
  });

  test(
    'keeps the records of a programme from the officials of another and from strangers',
    { timeout: 240_000 },
    async () => {
      await toAnotherProgramme();
      const seen: unknown[] = [];
      for (const [name, route] of notPublic) {
        if (!route.path.includes('{') || isTheirOwn(name)) continue;
        for (const sub of outsiders) {
          const { status, body } = await one(cast, sub).attempt(name, carried(route));
          if (status !== 403 && status !== 404) seen.push([name, sub, status, body.code]);
        }
      }
      expect(seen).toEqual([]);
    },
  );
});

/**
 * Anyone may apply in any cycle, see which departments are consulted and whether they signed the pledge themselves, ask
 * for their own data to be corrected, and read their own copy of a message: all its readers know it by the same id.
 */
const isTheirOwn = (name: RouteName) =>
  ['beginApplication', 'listDepartments', 'showPledge', 'readMessage', 'requestDataCorrection'].includes(name);

const outsiders = ['individual', 'office-2', 'dept-emergency', 'assessor-3', 'member-3'];

/** One holder of each role serves another programme from now on, and this one no more. */
async function toAnotherProgramme(): Promise<void> {
  const admin = one(cast, 'admin');
  const programmeId = 'theirs';
  await admin.call('createProgramme', {
    body: {
      ...{ programmeId, name: '另一奖项', nameEn: 'Another award', certificatePrefix: 'OTHER' },
      ...{ grantedBy: '另一市人民政府', legalBasis: '另一办法' },
    },
  });
  const { items } = await admin.call('listPeople', { query: { limit: 100 } });
  for (const sub of outsiders) {
    const personId = cast.idOf(sub);
    for (const { grantId } of items.find((p) => p.personId === personId)?.grants ?? [])
      await admin.call('endGrant', { params: { personId, grantId }, body: { reason: '调任' } });
    const grant = people.find((p) => p.sub === sub)?.grant;
    if (grant) await admin.call('grantRole', { params: { personId }, body: { programmeId, ...grant } });
  }
}
