import { criteriaFor } from '#domain/review/criteria/criteria';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.showCriteria, ({ params }) => Promise.resolve(criteriaFor(params.kind)));
