import { RegionInfo } from 'aws-cdk-lib/region-info';
import * as z from 'zod';

const told = (sentence: string) => ({ error: sentence });
const yes = z.union([z.boolean(), z.enum(['true', 'false']).transform((text) => text === 'true')]);
const listed = (sentence: string) =>
  z.union([z.array(z.string()), z.string().transform((text) => text.split(/[\s,]+/).filter(Boolean))], told(sentence));
const origin = z
  .url()
  .refine((text) => new URL(text).origin === text, told('an origin has no path and no trailing slash'));

const context = z.object({
  account: z.string(told('account: the 12 digits of the AWS account')).regex(/^\d{12}$/, told('account: 12 digits')),
  region: z
    .string(told('region: where the award lives, e.g. cn-north-1'))
    .refine((name) => RegionInfo.get(name).partition !== undefined, told('region: not a region that CDK knows')),
  stage: z
    .string(told('stage: the name of the environment, e.g. test or production'))
    .regex(/^[a-z][a-z0-9-]{0,15}$/, told('stage: at most 16 small letters, digits and hyphens')),
  portalOrigins: listed(
    'portalOrigins: where the portal is served, e.g. https://award.example.gov.cn; the first is the one in mails',
  ).pipe(z.array(origin).min(1, told('portalOrigins: at least one'))),
  issuer: z.url(told('issuer: the address of the OIDC issuer')).optional(),
  audience: listed('audience: the audience that the issuer writes into tokens').optional(),
  smtpUrl: z.string().optional(),
  smtpSecretName: z.string().optional(),
  mailFrom: z.string(told('mailFrom: the sender of the mails, e.g. 质量奖评审办 <award@example.gov.cn>')),
  lockMode: z.enum(['GOVERNANCE', 'COMPLIANCE']).default('GOVERNANCE'),
  bootstrapAdministrators: z
    .string(told('bootstrapAdministrators: the token subjects (sub) of the first administrators, by commas'))
    .min(1),
  domainName: z.string().optional(),
  certificateArn: z.string().startsWith('arn:').optional(),
  creditPlatformUrl: z.url(told('creditPlatformUrl: where the credit platform takes revocations')).optional(),
  supervisionPlatformUrl: z
    .url(told('supervisionPlatformUrl: where the supervision platform takes revocations'))
    .optional(),
  platformSecretName: z.string().optional(),
  alarmMail: z.email(told('alarmMail: an address')).optional(),
  customerKey: yes.default(false),
  local: yes.default(false),
});

const settings = context
  .refine(({ smtpUrl, smtpSecretName }) => smtpUrl ?? smtpSecretName, {
    error: 'smtpUrl or smtpSecretName: the mail server, or the secret whose key "url" holds smtps://user:password@host',
  })
  .refine(({ issuer, audience }) => (issuer === undefined) === (audience === undefined), {
    error: 'issuer and audience belong together: give both or neither',
  })
  .refine(({ issuer, region }) => issuer !== undefined || RegionInfo.get(region).partition === 'aws', {
    error: 'issuer: this partition has no Cognito user pools; give the OIDC issuer and audience of the city',
  })
  .refine(
    ({ creditPlatformUrl: credit, supervisionPlatformUrl: supervision, platformSecretName: secret }) =>
      new Set([credit, supervision, secret].map((given) => given === undefined)).size === 1,
    {
      error:
        'creditPlatformUrl, supervisionPlatformUrl and platformSecretName belong together: give all or none; the secret’s keys "credit" and "supervision" hold what is signed with',
    },
  )
  .refine(({ domainName, certificateArn }) => (domainName === undefined) === (certificateArn === undefined), {
    error: 'domainName and certificateArn belong together: give both or neither',
  });

/** What one deployment is told, read from the CDK context. */
export type Settings = z.infer<typeof settings>;

/** The names of the context that is read. */
export const contextNames = Object.keys(context.shape);

/** Reads the context. Throws one error that lists, in a sentence each, what is missing or wrong. */
export function readSettings(read: (name: string) => unknown): Settings {
  const given = Object.fromEntries(contextNames.map((name) => [name, read(name)]));
  const result = settings.safeParse(given);
  if (result.success) return result.data;
  const lines = result.error.issues.map(({ path, message }) =>
    path.length === 0 || message.startsWith(`${path.join('.')}:`) ? message : `${path.join('.')}: ${message}`,
  );
  throw new Error(`The context does not describe a deployment (cdk -c name=value):\n  ${lines.join('\n  ')}`);
}

/** The first part of every name of this deployment. */
export const prefixOf = ({ stage }: Settings): string => `quality-award-${stage}`;
