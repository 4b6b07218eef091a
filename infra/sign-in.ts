import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { FeaturePlan, Mfa, OAuthScope, UserPool } from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import type { Settings } from './settings.ts';
import { prefixOf } from './settings.ts';

/** Where the API looks who signed in. */
export interface Issuer {
  readonly issuer: string;
  readonly audience: string[];
}

/** A user pool for an installation that has no identity provider of its own; partition `aws` only. */
export class SignIn extends Construct implements Issuer {
  readonly issuer: string;
  readonly audience: string[];

  constructor(scope: Construct, id: string, settings: Settings) {
    super(scope, id);
    const pool = new UserPool(this, 'People', {
      selfSignUpEnabled: true,
      signInAliases: { email: true },
      autoVerify: { email: true },
      standardAttributes: { fullname: { required: true, mutable: true }, email: { required: true, mutable: true } },
      featurePlan: FeaturePlan.ESSENTIALS,
      mfa: Mfa.OPTIONAL,
      mfaSecondFactor: { otp: true, sms: false },
      passwordPolicy: {
        minLength: 12,
        requireDigits: true,
        requireLowercase: true,
        requireUppercase: true,
        requireSymbols: true,
      },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    pool.addDomain('Page', { cognitoDomain: { domainPrefix: `${prefixOf(settings)}-${settings.account}` } });
    const addresses = settings.portalOrigins.map((origin) => `${origin}/`);
    const client = pool.addClient('Portal', {
      // The portal runs in the browser: code with PKCE and no secret.
      generateSecret: false,
      oAuth: {
        flows: { authorizationCodeGrant: true },
        scopes: [OAuthScope.OPENID, OAuthScope.PROFILE, OAuthScope.EMAIL],
        callbackUrls: addresses,
        logoutUrls: addresses,
      },
      accessTokenValidity: Duration.minutes(30),
      refreshTokenValidity: Duration.hours(12),
      preventUserExistenceErrors: true,
    });
    this.issuer = pool.userPoolProviderUrl;
    this.audience = [client.userPoolClientId];
  }
}
