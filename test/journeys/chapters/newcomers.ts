import type { Role } from '#domain/actor';
import type { Cast } from '#local/sample/set-up';
import { one } from '#local/sample/set-up';
import { signedIn } from '#local/sample/visitor';
import type { SamplePerson } from '#local/sign-in/person';
import type { Story } from '../story.ts';

const newcomer = (sub: string, name: string, role: Role): SamplePerson & { grant: Role } => ({
  ...{ sub, name, nameEn: sub, email: `${sub}@example.test`, role, roleEn: role, group: 'more' },
  grant: role,
});

/** A fourth assessor, so that there is a substitute, and a committee of five. */
export const newcomers = [
  newcomer('assessor-4', '何工程师', 'assessor'),
  newcomer('member-4', '委员丁', 'committeeMember'),
  newcomer('member-5', '委员戊', 'committeeMember'),
];

/** They sign in, register, are given their roles, and the assessor is appointed. Gives back the larger cast. */
export async function join({ place, cast, programmeId }: Story): Promise<Cast> {
  const ids = new Map<string, string>();
  const joined: Cast = Object.assign({}, cast, { idOf: (sub: string) => ids.get(sub) ?? cast.idOf(sub) });
  for (const { sub, name, grant } of newcomers) {
    const visitor = await signedIn(place, sub);
    const { personId } = await visitor.call('register', { body: { name, consent: true } });
    ids.set(sub, personId);
    Object.assign(joined, { [sub]: visitor });
    await one(cast, 'admin').call('grantRole', { params: { personId }, body: { programmeId, role: grant } });
    if (grant !== 'assessor') continue;
    const params = { programmeId, assessorId: 'P-004' };
    await one(cast, 'office').call('keepAssessor', {
      params,
      body: { personId, name, employments: [{ name: '昆明质量协会' }], industries: ['机械'], categories: ['4.1', 'G'] },
    });
    await one(cast, 'office').call('appointAssessor', {
      params,
      body: { from: '2026-01-01', to: '2045-12-31', letter: '昆质评聘〔2026〕4号' },
    });
  }
  return joined;
}
