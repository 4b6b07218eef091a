import { describe, expect, test } from 'vitest';
import { contextNames, readSettings } from '#infra/settings';
import { sampleContext } from './synthesized.ts';

const read = (context: Record<string, unknown>) => {
  const given: Record<string, unknown> = { region: 'cn-north-1', ...sampleContext, ...context };
  return readSettings((name) => given[name]);
};

test('what is not said has a careful default', () => {
  expect(read({})).toMatchObject({ lockMode: 'GOVERNANCE', customerKey: false, local: false });
});

test('lists may be written with commas, switches as words', () => {
  const settings = read({ portalOrigins: 'https://a.example.cn,https://b.example.cn', customerKey: 'true' });
  expect(settings).toMatchObject({
    portalOrigins: ['https://a.example.cn', 'https://b.example.cn'],
    customerKey: true,
  });
});

test('an empty context is answered with a sentence for each thing that is missing', () => {
  const message = (() => {
    try {
      readSettings(() => undefined);
      return '';
    } catch (error) {
      return (error as Error).message;
    }
  })();
  for (const name of ['account', 'region', 'stage', 'portalOrigins', 'mailFrom', 'bootstrapAdministrators'])
    expect(message).toMatch(new RegExp(`^ {2}${name}: [a-z]`, 'm'));
});

describe.each([
  ['no issuer in China', { issuer: undefined, audience: undefined }, /no Cognito user pools/],
  ['an issuer without an audience', { audience: undefined }, /issuer and audience belong together/],
  ['a domain without a certificate', { domainName: 'a.cn' }, /domainName and certificateArn belong together/],
  ['one platform alone', { creditPlatformUrl: 'https://credit.example.cn' }, /belong together: give all or none/],
  ['no mail server', { smtpSecretName: undefined }, /smtpUrl or smtpSecretName/],
  ['an account that is not one', { account: '12' }, /account: 12 digits/],
  ['a region that is not one', { region: 'mars-1' }, /region: not a region/],
  ['an origin with a path', { portalOrigins: 'https://a.example.cn/portal' }, /no path/],
  ['a lock mode that is not one', { lockMode: 'NONE' }, /lockMode/],
])('%s', (_, context, sentence) => {
  test('is refused with a sentence', () => {
    expect(() => read(context)).toThrow(sentence);
  });
});

test('every name of the context is one of those documented', () => {
  expect(contextNames.sort()).toEqual(
    [
      'account',
      'alarmMail',
      'audience',
      'bootstrapAdministrators',
      'certificateArn',
      'creditPlatformUrl',
      'customerKey',
      'domainName',
      'issuer',
      'local',
      'lockMode',
      'mailFrom',
      'platformSecretName',
      'portalOrigins',
      'region',
      'smtpSecretName',
      'smtpUrl',
      'stage',
      'supervisionPlatformUrl',
    ].sort(),
  );
});
