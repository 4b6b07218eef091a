import type { Winner } from '../approval/winner.ts';
import type { Programme } from '../programme/programme.ts';
import type { Drawing, DrawnText } from './drawing.ts';
import { fitting, rectangle } from './drawing.ts';
import { awardTitle } from './titles.ts';

/** A code to scan: a square of dark and light modules. */
export interface ScanCode {
  readonly size: number;
  readonly isDark: (row: number, column: number) => boolean;
}

/** A4, lying. */
const page = { width: 842, height: 595 };
const middle = page.width / 2;
const red = '#a8151b';
const gold = '#c9a04e';
const ink = '#222';
const grey = '#555';

/** Dark modules of a row side by side are one stroke. */
function codePath({ size, isDark }: ScanCode, x: number, y: number, side: number): string {
  const module = side / size;
  const parts: string[] = [];
  for (let row = 0; row < size; row += 1)
    for (let from = 0; from < size; from += 1) {
      let until = from;
      while (until < size && isDark(row, until)) until += 1;
      if (until > from) parts.push(rectangle(x + from * module, y + row * module, (until - from) * module, module));
      from = until;
    }
  return parts.join(' ');
}

const centred = (text: string, y: number, size: number, fill = ink, bold?: true): DrawnText => ({
  kind: 'text',
  text,
  x: middle,
  y,
  size,
  fill,
  anchor: 'middle',
  ...(bold && { bold }),
});
const left = (text: string, x: number, y: number, size: number, fill = grey): DrawnText => ({
  kind: 'text',
  text,
  x,
  y,
  size,
  fill,
});

const dateText = (date: string) => {
  const [year, month, day] = date.split('-').map(Number);
  return `${year} 年 ${month} 月 ${day} 日`;
};

/** A name longer than a line goes on in a second. */
function linesOf(name: string): string[] {
  const characters = [...name];
  if (characters.length <= 30) return [name];
  const half = Math.ceil(characters.length / 2);
  return [characters.slice(0, half).join(''), characters.slice(half).join('')];
}

/** The certificate, with its number and a code that leads to its public verification (A22, A25). */
export function certificateOf(
  of: Winner,
  programme: Pick<Programme, 'name' | 'nameEn' | 'grantedBy'>,
  verification: { readonly url: string; readonly code: ScanCode },
): Drawing {
  const title = awardTitle(of, programme);
  const name = linesOf(of.name);
  const size = Math.min(...name.map((part) => fitting(part, 640, name.length > 1 ? 24 : 32)));
  const below = 248 + (name.length - 1) * size * 1.25;
  return {
    title: `${title.zh}证书 ${of.certificateNumber}`,
    ...page,
    shapes: [
      { kind: 'path', d: rectangle(0, 0, page.width, page.height), fill: '#fffdf7' },
      { kind: 'path', d: rectangle(24, 24, page.width - 48, page.height - 48), stroke: red, strokeWidth: 5 },
      { kind: 'path', d: rectangle(34, 34, page.width - 68, page.height - 68), stroke: gold, strokeWidth: 1.5 },
      centred('荣 誉 证 书', 112, 44, red, true),
      centred(`Certificate of the ${title.en}`, 140, 13, grey),
      { kind: 'path', d: rectangle(middle - 90, 156, 180, 1.2), fill: gold },
      ...name.map((part, i) => centred(part, 220 + i * size * 1.25, size, ink, true)),
      ...(of.employer ? [centred(of.employer, below, fitting(of.employer, 640, 15), grey)] : []),
      centred(`经${programme.grantedBy}审定，授予`, below + 40, 18),
      centred(
        `${of.awardYear} 年度${title.zh}`,
        below + 84,
        fitting(`${of.awardYear} 年度${title.zh}`, 640, 32),
        red,
        true,
      ),
      centred('特发此证。', below + 118, 18),
      { kind: 'path', d: codePath(verification.code, 76, 425, 96), fill: '#000' },
      left(`证书编号 No. ${of.certificateNumber}`, 186, 450, 12, ink),
      left(`审定文号 Decision ${of.decision.number}`, 186, 470, fitting(of.decision.number, 220, 10.5)),
      left('扫码查验证书是否有效', 186, 494, 10.5),
      left('Scan to verify that the award stands', 186, 509, 9),
      left(verification.url, 76, 538, fitting(verification.url, 690, 8)),
      { ...centred(programme.grantedBy, 464, 20, ink, true), x: 650 },
      { ...centred(dateText(of.decision.date), 494, 15), x: 650 },
    ],
  };
}
