import { expect, test } from 'vitest';
import { article, articleText } from '#domain/article';

test.each([
  ['A1', '第一条'],
  ['A10', '第十条'],
  ['A13(3)', '第十三条第(三)项'],
  ['A20', '第二十条'],
  ['A27(2)', '第二十七条第(二)项'],
  ['A30', '第三十条'],
])('%s is written %s', (code, text) => expect(articleText(code)).toBe(text));

test.each(['A0', 'A31', '13', 'A13(10)', 'A13()', ' A13'])('%j is no article', (code) =>
  expect(article.safeParse(code).success).toBe(false),
);
