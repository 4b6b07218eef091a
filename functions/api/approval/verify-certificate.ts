import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.verifyCertificate, ({ params, deps }) => deps.winners.get(params.certificateNumber));
