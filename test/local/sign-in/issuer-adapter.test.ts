import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AdapterFactory } from 'oidc-provider';
import { expect, it } from 'vitest';
import { issuerAdapter } from '#local/sign-in/issuer-adapter';
import { openSignInStore } from '#local/sign-in/sign-in-store';

const aFactory = (): AdapterFactory =>
  issuerAdapter(openSignInStore(join(mkdtempSync(join(tmpdir(), 'adapter-')), 'sign-in.sqlite')));

it('revokes what a grant gave of one kind, and nothing of another kind or grant', async () => {
  const factory = aFactory();
  const [tokens, interactions] = [factory('RefreshToken'), factory('Interaction')];
  await tokens.upsert('t1', { grantId: 'g1' }, 60);
  await tokens.upsert('t2', { grantId: 'g2' }, 60);
  await interactions.upsert('i1', { grantId: 'g1' }, 60);
  await tokens.revokeByGrantId('g1');
  expect(await tokens.find('t1')).toBeUndefined();
  expect(await tokens.find('t2')).toEqual({ grantId: 'g2' });
  expect(await interactions.find('i1')).toEqual({ grantId: 'g1' });
});

it('finds nothing that has expired', async () => {
  const codes = aFactory()('AuthorizationCode');
  await codes.upsert('lasting', { grantId: 'g' }, 60);
  await codes.upsert('over', { grantId: 'g' }, -2);
  expect(await codes.find('lasting')).toBeDefined();
  expect(await codes.find('over')).toBeUndefined();
});

it('marks what was used up and finds sessions by their uid', async () => {
  const factory = aFactory();
  const [codes, sessions] = [factory('AuthorizationCode'), factory('Session')];
  await codes.upsert('c', {}, 60);
  await codes.consume('c');
  expect((await codes.find('c'))?.consumed).toBeGreaterThan(1e9);
  await sessions.upsert('s', { uid: 'u' }, 60);
  expect(await sessions.findByUid('u')).toEqual({ uid: 'u' });
  expect(await sessions.findByUid('other')).toBeUndefined();
  await sessions.destroy('s');
  expect(await sessions.findByUid('u')).toBeUndefined();
});
