import type { CalendarYear } from '#domain/calendar/working-days';
import { calendars } from './calendars.ts';
import { people } from './people.ts';
import type { Place, Visitor } from './visitor.ts';
import { signedIn } from './visitor.ts';

/** The people of a programme, signed in, by their subject. */
export type Cast = Readonly<Record<string, Visitor>> & { idOf(sub: string): string };

async function registered(place: Place, sub: string, name: string): Promise<{ visitor: Visitor; personId: string }> {
  const visitor = await signedIn(place, sub);
  const me = await visitor.call('showMe');
  const person = me.person ?? (await visitor.call('register', { body: { name, consent: true } }));
  return { visitor, personId: person.personId };
}

/** Signs everybody in; whoever comes for the first time registers. */
export async function assemble(place: Place): Promise<Cast> {
  const ids = new Map<string, string>();
  const cast: Record<string, Visitor> = {};
  for (const { sub, name } of people) {
    const { visitor, personId } = await registered(place, sub, name);
    cast[sub] = visitor;
    ids.set(sub, personId);
  }
  return Object.assign(cast, { idOf: (sub: string) => ids.get(sub) ?? '' }) as Cast;
}

/** Sets a programme up: its record, its rule set, its calendars, and every sample person's role in it. */
export async function setUpProgramme(
  cast: Cast,
  programme: { programmeId: string; name: string; nameEn: string; certificatePrefix: string },
): Promise<void> {
  const { programmeId } = programme;
  const admin = one(cast, 'admin');
  await admin.call('createProgramme', {
    body: {
      ...programme,
      grantedBy: '昆明市人民政府',
      legalBasis: '《昆明市市长质量奖管理办法(2020年修订)》,2020年12月25日',
    },
  });
  await admin.call('addRuleSet', {
    params: { programmeId },
    body: {
      title: '昆明市市长质量奖管理办法(2020年修订)',
      documentNumber: '昆政发〔2020〕38号(示例文号)',
      legalBasis: '《中华人民共和国产品质量法》《云南省表彰奖励实施办法(试行)》',
      issuedOn: '2020-12-25',
      effectiveOn: '2021-01-01',
    },
  });
  for (const { year, ...calendar } of calendars as readonly CalendarYear[])
    await admin.call('loadCalendar', { params: { programmeId, year }, body: calendar });
  for (const { sub, grant } of people)
    if (grant) await admin.call('grantRole', { params: { personId: cast.idOf(sub) }, body: { programmeId, ...grant } });
  await fillPool(cast, programmeId);
}

/** The office enters the sample's assessors into the pool, each appointed for years. */
async function fillPool(cast: Cast, programmeId: string): Promise<void> {
  const office = one(cast, 'office');
  const assessors = people.filter(({ grant }) => grant?.role === 'assessor');
  for (const [i, { sub, name }] of assessors.entries()) {
    const params = { programmeId, assessorId: `P-${String(i + 1).padStart(3, '0')}` };
    await office.call('keepAssessor', {
      params,
      body: {
        personId: cast.idOf(sub),
        name,
        employments: [{ name: `云南质量研究院第${i + 1}研究室` }],
        industries: ['机械', '质量'],
        categories: ['4.1', '4.5', '4.7', 'G'],
      },
    });
    await office.call('appointAssessor', {
      params,
      body: { from: '2026-01-01', to: '2045-12-31', letter: `昆质评聘〔2026〕${i + 1}号` },
    });
  }
}

/** Somebody of the cast. */
export const one = (cast: Cast, sub: string): Visitor => {
  const visitor = cast[sub];
  if (!visitor) throw new Error(`nobody is called ${sub}`);
  return visitor;
};
