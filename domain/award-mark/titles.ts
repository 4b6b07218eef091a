import type { Winner } from '../approval/winner.ts';
import type { Programme } from '../programme/programme.ts';

/** What an award is called on its mark and certificate: that of a nomination says so (D24). */
export const awardTitle = ({ award }: Pick<Winner, 'award'>, programme: Pick<Programme, 'name' | 'nameEn'>) =>
  award === 'qualityAward'
    ? { zh: programme.name, en: programme.nameEn }
    : { zh: `${programme.name}提名奖`, en: `${programme.nameEn} · Nomination Award` };

/** What a mark may not be used for. */
export const termsOfUse = ({ award }: Pick<Winner, 'award'>) => ({
  zh: `标识须与获奖年份一并使用,不得用于误导公众${award === 'nominationAward' ? ';提名奖标识须标明“提名奖”,不得用于产品及其包装' : ''};奖励被撤销的,立即停止使用。`,
  en: `The mark is used with the award year and never to mislead${award === 'nominationAward' ? '; that of the Nomination Award says so, and is not used on products or their packaging' : ''}; after a revocation it is used no more.`,
});
