import * as z from 'zod';
import { reportContent } from '#domain/annual-report/annual-report';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

const schema = z.toJSONSchema(reportContent, { io: 'input', unrepresentable: 'any' });

export const handler = http(routes.describeAnnualReport, () => Promise.resolve({ schema }));
