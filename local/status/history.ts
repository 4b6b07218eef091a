import type { HistoryEvent, States } from '../states/states.ts';
import { markup, type Markup } from './markup.ts';
import { cursor, limitOf, positionIn, turns } from './paging.ts';
import { stateName } from './standing.ts';
import { both, instant, pretty } from './wording.ts';

/** A page of an execution's history; each event opens to its input, output or error. */
export function historyOf(states: States, arn: string, query: URLSearchParams): Markup {
  const limit = limitOf(query, 100);
  const after = positionIn(query);
  const found = states.history(arn, { after: typeof after === 'number' ? after : 0, limit: limit + 1 });
  const shown = found.slice(0, limit);
  return markup`<h2 id="history">${both('经过', 'History')}</h2>
    <ol class="history">${shown.map(eventOf)}</ol>
    ${turns(query, found.length > limit ? cursor(shown.at(-1)?.id) : undefined)}`;
}

function eventOf({ id, at, type, details }: HistoryEvent): Markup {
  const [members = {}] = Object.values(details);
  const name = typeof members['name'] === 'string' ? members['name'] : undefined;
  // That data is whole, of which service and where, is said by every event alike.
  const dull = new Set(['name', 'inputDetails', 'outputDetails', 'assignedVariablesDetails', 'region', 'resourceType']);
  const told = Object.entries(members).filter(([member]) => !dull.has(member));
  const kind = /Failed|TimedOut|Aborted/.test(type) ? 'bad' : type.endsWith('Entered') ? 'entered' : '';
  const head = markup`<span class="number">${id}</span> ${instant(at)} <span class="event ${kind}">${type}</span> ${name && stateName(name)}`;
  if (told.length === 0) return markup`<li><div class="line">${head}</div></li>`;
  return markup`<li><details><summary class="line">${head}</summary>${pretty(Object.fromEntries(told))}</details></li>`;
}
