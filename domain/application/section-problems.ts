import { dateAt } from '../calendar/civil.ts';
import type { Cycle } from '../cycle/cycle.ts';
import { itemsToFind } from '../eligibility/findings.ts';
import type { Instant } from '../record.ts';
import type { Application } from './application.ts';
import type { SectionName } from './form.ts';

/** A field that does not fit, and why. */
interface Problem {
  readonly path: string;
  readonly problem: string;
}

type Content<S extends SectionName> = NonNullable<Application['sections'][S]>['content'];

/** Each item of this kind of applicant once: an unknown one is nobody's to find, of two one would be passed over. */
function unfitDeclarations({ declarations }: Content<'conditions'>, kind: Application['kind'], rules: Cycle['rules']) {
  const { conditions, exclusions } = itemsToFind(kind, rules);
  const items = declarations.map((d) => d.condition);
  return items.flatMap((item, i): Problem[] => {
    const path = `declarations.${i}.condition`;
    if (![...conditions, ...exclusions].includes(item))
      return [{ path, problem: `${item} 不适用于此类申报 / is not an item of this kind of applicant` }];
    return items.indexOf(item) === i ? [] : [{ path, problem: `${item} 重复 / is declared twice` }];
  });
}

/** What of a section does not fit beyond its shape: it depends on who applies, on the cycle's rules, on the day. */
export function problemsOf(
  { kind }: Pick<Application, 'kind'>,
  section: SectionName,
  content: unknown,
  { rules, now }: { rules: Cycle['rules']; now: Instant },
): Problem[] {
  if (section === 'conditions') return unfitDeclarations(content as Content<'conditions'>, kind, rules);
  const isSignedLater = section === 'undertaking' && (content as Content<'undertaking'>).signedOn > dateAt(now);
  return isSignedLater ? [{ path: 'signedOn', problem: '签署日期晚于今日 / signed on a day that is to come' }] : [];
}
