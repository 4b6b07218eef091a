import { canonical } from '../audit/event.ts';
import { Refused } from '../refused.ts';
import { phaseOf } from './cycle.ts';
import type { Cycle } from './cycle.ts';
import type { Rules } from './rules.ts';
import { rules } from './rules.ts';
import { settings } from './settings.ts';
import type { Amendable } from './settings/setting.ts';

const isKey = (key: string): key is keyof Rules => key in settings;

/** Until when each kind of setting can still be changed: what has decided about somebody already stays. */
const stillOpen: Readonly<Record<Amendable, readonly string[]>> = {
  beforeOpening: ['announced'],
  beforeClosing: ['announced', 'open'],
  always: ['announced', 'open', 'closed'],
};

/**
 * The settings with some of them changed. Throws `Refused` cycle.setting-unknown, cycle.setting-wrong,
 * cycle.setting-fixed, each naming the settings.
 */
export function changedRules(of: Cycle, wanted: Readonly<Record<string, unknown>>, now: string) {
  const keys = Object.keys(wanted);
  const unknown = keys.filter((key) => !isKey(key));
  if (unknown.length > 0) throw new Refused('cycle.setting-unknown', { settings: unknown });
  const read = rules.safeParse({ ...of.rules, ...wanted });
  if (!read.success) {
    const wrong = [...new Set(read.error.issues.map((issue) => String(issue.path[0])))];
    throw new Refused('cycle.setting-wrong', { settings: wrong });
  }
  const changed = keys.filter(isKey).filter((key) => canonical([read.data[key]]) !== canonical([of.rules[key]]));
  const fixed = changed.filter((key) => !stillOpen[settings[key].amendable].includes(phaseOf(of, now)));
  if (fixed.length > 0) throw new Refused('cycle.setting-fixed', { settings: fixed });
  const changes = changed.map((key) => ({
    field: `rules.${key}`,
    from: of.rules[key] as unknown,
    to: read.data[key] as unknown,
  }));
  return { rules: read.data, changes };
}
