import type { CorsModel, HttpApiModel, JwtAuthorizerModel, RouteModel } from './model.ts';
import { bag, flag, functionNameIn, list, number, text } from './properties.ts';
import type { Refusals } from './refusals.ts';
import type { Resource, Resources } from './resources.ts';

/** Reads the HTTP API with its routes, or undefined when the template has none; two are refused. */
export function readHttpApi(resources: Resources, refusals: Refusals): HttpApiModel | undefined {
  const of = (type: string) => resources.all.filter((one) => one.type === `AWS::ApiGatewayV2::${type}`);
  const [api, ...others] = of('Api');
  if (!api) return undefined;
  if (others.length > 0) refusals.refuse(`${others[0]?.id}: the local cloud serves one HTTP API`);
  if (text(api.properties, 'ProtocolType') !== 'HTTP') refusals.refuse(`${api.id}: only the HTTP protocol is served`);
  for (const stage of of('Stage')) {
    const name = text(stage.properties, 'StageName');
    if (name !== '$default') refusals.refuse(`${stage.id}: only the stage $default is served, not ${name}`);
  }
  const authorizers = new Map(of('Authorizer').map((one) => [one.identity.ref, readAuthorizer(one, refusals)]));
  const integrations = new Map(of('Integration').map((one) => [one.identity.ref, one]));
  const routes = of('Route').map((route) => readRoute(route, integrations, authorizers, refusals));
  return { id: api.identity.ref, name: text(api.properties, 'Name') ?? '', routes, cors: readCors(api) };
}

function readAuthorizer(resource: Resource, refusals: Refusals): JwtAuthorizerModel {
  const { properties } = resource;
  if (text(properties, 'AuthorizerType') !== 'JWT') refusals.refuse(`${resource.id}: only JWT authorizers are known`);
  const source = list<string>(properties, 'IdentitySource');
  if (source.join() !== '$request.header.Authorization') {
    refusals.refuse(`${resource.id}: the token must come from $request.header.Authorization`);
  }
  const jwt = bag(properties, 'JwtConfiguration');
  return {
    name: text(properties, 'Name') ?? '',
    issuer: text(jwt, 'Issuer') ?? '',
    audience: list<string>(jwt, 'Audience'),
  };
}

function readRoute(
  route: Resource,
  integrations: ReadonlyMap<string, Resource>,
  authorizers: ReadonlyMap<string, JwtAuthorizerModel>,
  refusals: Refusals,
): RouteModel {
  const { properties } = route;
  const integration = integrations.get((text(properties, 'Target') ?? '').replace('integrations/', ''));
  const settings = integration?.properties;
  if (text(settings, 'IntegrationType') !== 'AWS_PROXY' || text(settings, 'PayloadFormatVersion') !== '2.0') {
    refusals.refuse(`${route.id}: only AWS_PROXY integrations with payload format 2.0 are served`);
  }
  const type = text(properties, 'AuthorizationType') ?? 'NONE';
  const authorizer = authorizers.get(text(properties, 'AuthorizerId') ?? '');
  if (type !== 'NONE' && (type !== 'JWT' || !authorizer))
    refusals.refuse(`${route.id}: authorization ${type} is not known`);
  return {
    key: text(properties, 'RouteKey') ?? '',
    functionName: functionNameIn(invokedIn(text(settings, 'IntegrationUri') ?? '')),
    timeoutMs: number(settings, 'TimeoutInMillis', 30_000),
    ...(type === 'JWT' && authorizer && { authorizer }),
    scopes: list<string>(properties, 'AuthorizationScopes'),
  };
}

/** An integration names its function by ARN, or by the path API Gateway invokes it through. */
const invokedIn = (uri: string): string => /\/functions\/(arn:.+)\/invocations$/.exec(uri)?.[1] ?? uri;

function readCors(api: Resource): CorsModel | undefined {
  const cors = bag(api.properties, 'CorsConfiguration');
  if (!cors) return undefined;
  const maxAge = number(cors, 'MaxAge', -1);
  return {
    allowOrigins: list<string>(cors, 'AllowOrigins'),
    allowMethods: list<string>(cors, 'AllowMethods'),
    allowHeaders: list<string>(cors, 'AllowHeaders'),
    exposeHeaders: list<string>(cors, 'ExposeHeaders'),
    allowCredentials: flag(cors, 'AllowCredentials'),
    ...(maxAge >= 0 && { maxAge }),
  };
}
