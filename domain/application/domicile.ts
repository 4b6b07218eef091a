import type * as z from 'zod';
import { refuseUnless } from '../refused.ts';
import type { Rules } from '../cycle/rules.ts';
import type { organisationIdentity } from './form.ts';
import { registrarAreaOf } from './identifiers.ts';

type Identity = z.infer<typeof organisationIdentity>;

/** The county-level divisions of Kunming (GB/T 2260), for people to choose from. */
export const kunmingDivisions = {
  '530102': '五华区',
  '530103': '盘龙区',
  '530111': '官渡区',
  '530112': '西山区',
  '530113': '东川区',
  '530114': '呈贡区',
  '530115': '晋宁区',
  '530124': '富民县',
  '530125': '宜良县',
  '530126': '石林彝族自治县',
  '530127': '嵩明县',
  '530128': '禄劝彝族苗族自治县',
  '530129': '寻甸回族彝族自治县',
  '530181': '安宁市',
} as const;

/**
 * An independent legal person with its domicile in the award's area (A12). Who registered it does not matter: the
 * province registers organisations of the city too. Throws `Refused` application.not-legal-person,
 * application.domicile-elsewhere.
 */
export function refuseUnlessLocal(identity: Identity, { domicileArea }: Pick<Rules, 'domicileArea'>): void {
  const isBranch = identity.registrationType === 'branch' || !identity.legalPerson;
  refuseUnless(!isBranch, 'application.not-legal-person');
  refuseUnless(identity.domicileDivision.startsWith(domicileArea), 'application.domicile-elsewhere', {
    division: identity.domicileDivision,
    area: domicileArea,
  });
}

/** Whether an officer must look at the licence: registered elsewhere, by the province or the state, but at home here. */
export const isDomicileToCheck = (identity: Identity, { domicileArea }: Pick<Rules, 'domicileArea'>): boolean =>
  !registrarAreaOf(identity.creditCode).startsWith(domicileArea);
