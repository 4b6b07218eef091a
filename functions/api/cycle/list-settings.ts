import * as z from 'zod';
import { rules } from '#domain/cycle/rules';
import { listSettings, settingsVersion } from '#domain/cycle/settings';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

const { properties = {} } = z.toJSONSchema(rules, { io: 'input' });
const items = listSettings().map((setting) => ({
  ...setting,
  options: [...setting.options],
  schema: Object(properties[setting.key]) as Record<string, unknown>,
}));

export const handler = http(routes.listSettings, () => Promise.resolve({ version: settingsVersion, items }));
