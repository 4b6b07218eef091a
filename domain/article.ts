import * as z from 'zod';

/** An article of the regulation, with its paragraph where it has one: `A16`, `A13(3)`. */
export const article = z
  .string()
  .regex(/^A([1-9]|[12]\d|30)(\(\d\))?$/, '条款写作 A13(3) / an article is written A13(3)');

const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
const numeral = (n: number): string =>
  n < 10 ? (digits[n] ?? '') : `${n < 20 ? '' : digits[Math.floor(n / 10)]}十${digits[n % 10]}`;

/** How the regulation itself writes the article: `A13(3)` is 第十三条第(三)项. */
export const articleText = (of: string): string => {
  const [, number = '', paragraph] = /^A(\d+)(?:\((\d)\))?$/.exec(of) ?? [];
  return `第${numeral(Number(number))}条${paragraph ? `第(${numeral(Number(paragraph))})项` : ''}`;
};
