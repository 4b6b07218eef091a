import { afterwardsSettings } from './settings/afterwards.ts';
import { formSettings } from './settings/form.ts';
import { intakeSettings } from './settings/intake.ts';
import { reviewSettings } from './settings/review.ts';
import type { Setting } from './settings/setting.ts';
import { voteSettings } from './settings/vote.ts';
import type { Rules } from './rules.ts';
import { rules } from './rules.ts';

/** The version of the settings as they are now; each cycle pins the one it was drafted with. */
export const settingsVersion = 1;

/** Every setting, by its key in the rules. */
export const settings: Readonly<Record<keyof Rules, Setting>> = {
  ...formSettings,
  ...intakeSettings,
  ...reviewSettings,
  ...voteSettings,
  ...afterwardsSettings,
};

/** The settings as a list, each with its default, in the order of their codes. */
export const listSettings = () => {
  const defaults = rules.parse({});
  return (Object.keys(settings) as (keyof Rules)[])
    .map((key) => ({ key, ...settings[key], default: defaults[key] as unknown }))
    .sort((a, b) => a.code.localeCompare(b.code, 'en', { numeric: true }));
};
