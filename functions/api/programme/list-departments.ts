import { departmentsOfProgramme } from '#domain/programme/programme';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.listDepartments, async ({ params, deps }) => ({
  items: [...departmentsOfProgramme(await deps.programmes.get(params.programmeId))],
}));
