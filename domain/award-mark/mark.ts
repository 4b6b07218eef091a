import type { Winner } from '../approval/winner.ts';
import type { Programme } from '../programme/programme.ts';
import type { Drawing, DrawnText } from './drawing.ts';
import { circle, fitting } from './drawing.ts';
import { awardTitle } from './titles.ts';

/** Red and gold for the Quality Award, blue and silver for a nomination: the two are told apart from afar. */
const colours = {
  qualityAward: { ground: '#a8151b', metal: '#c9a04e', light: '#fbf3de' },
  nominationAward: { ground: '#1d3f6e', metal: '#9aa3ad', light: '#f2f5f8' },
} as const;

const labels = {
  qualityAward: { zh: '质量奖', en: 'QUALITY AWARD' },
  nominationAward: { zh: '提名奖', en: 'NOMINATION AWARD' },
} as const;

const side = 400;
const middle = side / 2;

/** A ring of short rays, like the edge of a medal. */
const rays = (from: number, to: number, count: number): string =>
  Array.from({ length: count }, (_, i) => {
    const angle = (i * 2 * Math.PI) / count;
    const at = (r: number) =>
      `${(middle + r * Math.cos(angle)).toFixed(2)},${(middle + r * Math.sin(angle)).toFixed(2)}`;
    return `M${at(from)} L${at(to)}`;
  }).join(' ');

const line = (text: string, y: number, size: number, fill: string, bold?: true): DrawnText => ({
  kind: 'text',
  text,
  x: middle,
  y,
  size,
  fill,
  anchor: 'middle',
  ...(bold && { bold }),
});

/** The award mark (获奖标识) with the award's name and year in it (A25); a nomination's is labelled so (D24). */
export function awardMark(
  of: Pick<Winner, 'award' | 'awardYear'>,
  programme: Pick<Programme, 'name' | 'nameEn'>,
): Drawing {
  const { ground, metal, light } = colours[of.award];
  const label = labels[of.award];
  return {
    title: `${awardTitle(of, programme).zh} ${of.awardYear}`,
    width: side,
    height: side,
    shapes: [
      { kind: 'path', d: circle(middle, middle, 196), fill: metal },
      { kind: 'path', d: rays(180, 194, 120), stroke: light, strokeWidth: 1.4 },
      { kind: 'path', d: circle(middle, middle, 178), fill: light },
      { kind: 'path', d: circle(middle, middle, 172), fill: ground },
      { kind: 'path', d: circle(middle, middle, 162), stroke: metal, strokeWidth: 1.5 },
      // A tick that opens upwards: what was examined and found good.
      { kind: 'path', d: 'M166,82 L190,106 L238,50 L190,92 Z', fill: metal },
      line(programme.name, 154, fitting(programme.name, 270, 36), light, true),
      line(String(of.awardYear), 232, 84, light, true),
      { kind: 'path', d: 'M66,252 H334 L318,277 L334,302 H66 L82,277 Z', fill: metal },
      line(label.zh, 289, 34, ground, true),
      line(label.en, 328, 17, light),
    ],
  };
}
