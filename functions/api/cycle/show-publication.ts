import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.showPublication, ({ params, deps }) => deps.publications.get(params.publicationId));
