import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import {
  CorsHttpMethod,
  DomainName,
  HttpApi,
  HttpMethod,
  HttpNoneAuthorizer,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { AwardFunction } from './award-function.ts';
import { servedRoutes } from './inventory.ts';
import type { Settings } from './settings.ts';
import { prefixOf } from './settings.ts';
import type { Issuer } from './sign-in.ts';

const accessLog = AccessLogFormat.custom(
  JSON.stringify({
    requestId: '$context.requestId',
    at: '$context.requestTimeEpoch',
    ip: '$context.identity.sourceIp',
    subject: '$context.authorizer.claims.sub',
    route: '$context.routeKey',
    status: '$context.status',
    milliseconds: '$context.responseLatency',
    bytes: '$context.responseLength',
    error: '$context.error.message',
    authorizer: '$context.authorizer.error',
  }),
);

/** The HTTP API as the route table says: one function per idea, a token for every route that is not public. */
export class AwardApi extends Construct {
  readonly api: HttpApi;

  constructor(
    scope: Construct,
    id: string,
    settings: Settings,
    signIn: Issuer,
    functions: ReadonlyMap<string, AwardFunction>,
  ) {
    super(scope, id);
    this.api = new HttpApi(this, 'HttpApi', {
      apiName: prefixOf(settings),
      description: 'The quality award',
      createDefaultStage: false,
      corsPreflight: {
        allowOrigins: settings.portalOrigins,
        allowMethods: [CorsHttpMethod.GET, CorsHttpMethod.POST, CorsHttpMethod.PUT, CorsHttpMethod.DELETE],
        allowHeaders: ['authorization', 'content-type', 'idempotency-key'],
        exposeHeaders: ['x-request-id'],
        maxAge: Duration.hours(1),
      },
    });
    this.#addStage(settings);

    const integrations = new Map(
      [...functions].map(([idea, { fn }]) => [
        idea,
        // One permission per function: one per route would be another hundred resources and say nothing more.
        new HttpLambdaIntegration(`${idea}-integration`, fn, { scopePermissionToRoute: false }),
      ]),
    );
    const authorizer = new HttpJwtAuthorizer('SignedIn', signIn.issuer, { jwtAudience: signIn.audience });
    const open = new HttpNoneAuthorizer();
    for (const { method, path, idea, isPublic } of servedRoutes)
      this.api.addRoutes({
        path,
        methods: [HttpMethod[method]],
        integration: integrations.get(idea) as HttpLambdaIntegration,
        authorizer: isPublic ? open : authorizer,
      });
  }

  #addStage({ domainName, certificateArn }: Settings): void {
    const log = new LogGroup(this, 'AccessLog', {
      retention: RetentionDays.ONE_YEAR,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    const ownDomain =
      domainName && certificateArn
        ? new DomainName(this, 'Domain', {
            domainName,
            certificate: Certificate.fromCertificateArn(this, 'Certificate', certificateArn),
          })
        : undefined;
    this.api.addStage('DefaultStage', {
      stageName: '$default',
      autoDeploy: true,
      throttle: { rateLimit: 100, burstLimit: 200 },
      accessLogSettings: { destination: new LogGroupLogDestination(log), format: accessLog },
      ...(ownDomain && { domainMapping: { domainName: ownDomain } }),
    });
  }
}
