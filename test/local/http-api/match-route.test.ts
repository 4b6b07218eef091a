import { describe, expect, it } from 'vitest';
import { createRouteMatcher } from '#local/http-api/match-route';

const routes = (...keys: string[]) =>
  createRouteMatcher(keys.map((key) => ({ key, functionName: 'f', timeoutMs: 1, scopes: [] })));
const all = routes(
  'ANY /files/{proxy+}',
  'GET /files/{id}',
  'GET /files/{id}/pages/{page}',
  'ANY /files/{id}',
  'GET /files/list',
  'GET /{proxy+}',
  'GET /',
);

describe('a route', () => {
  it.each([
    ['GET', '/files/list', 'GET /files/list', {}],
    ['GET', '/files/7', 'GET /files/{id}', { id: '7' }],
    ['PUT', '/files/7', 'ANY /files/{id}', { id: '7' }],
    ['GET', '/files/7/pages/1', 'GET /files/{id}/pages/{page}', { id: '7', page: '1' }],
    ['GET', '/files/7/x/y', 'ANY /files/{proxy+}', { proxy: '7/x/y' }],
    ['GET', '/elsewhere', 'GET /{proxy+}', { proxy: 'elsewhere' }],
    ['GET', '/', 'GET /', {}],
    ['GET', '/files/a%20b%2Fc', 'GET /files/{id}', { id: 'a b/c' }],
    ['GET', '/files/%E8%B4%A8', 'GET /files/{id}', { id: '质' }],
    ['GET', '/files/%zz', 'GET /files/{id}', { id: '%zz' }],
  ])('for %s %s is %s', (method, path, key, parameters) => {
    expect(all(method, path)).toMatchObject({ route: { key }, pathParameters: parameters });
  });

  it.each([
    ['DELETE', '/elsewhere'],
    ['POST', '/'],
    ['PUT', '/files/'],
  ])('does not exist for %s %s', (method, path) => {
    expect(all(method, path)).toBeUndefined();
  });

  it('is $default when no other fits', () => {
    expect(routes('GET /a', '$default')('GET', '/b')?.route.key).toBe('$default');
  });
});
