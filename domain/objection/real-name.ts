import type { ObjectionText } from './objection.ts';

/** What people write instead of their name. Only as the whole of it: a 职工技术协会 may well object. */
const placeholder =
  /^((一名|一个|某|部分|广大)?(热心|普通|内部)?(群众|市民|网友|员工|职工|知情(人|者|人士)|举报人|投诉人|异议人|反映人)|匿名.*|佚名|无名氏?|不具名|不愿.*|某(某|人)|anonymous|nobody|unknown|none|noname)$/i;

const letters = (text: string) => text.normalize('NFKC').replace(/[^\p{L}]/gu, '');

/** Whether it can be somebody's name, of a person or of a body. The investigator looks at who it really is (D3). */
const isName = (name: string): boolean => {
  const bare = letters(name);
  return bare.length >= 2 && !placeholder.test(bare) && !/^([a-z])\1+$/i.test(bare);
};

/** A telephone number has at least so many digits, the shortest without the area's. */
const fewestDigits = 7;

/** Whether the objector gives a real name, and an address or number under which they can be answered (D3). */
export const isByRealName = ({ name, email, phone }: Pick<ObjectionText, 'name' | 'email' | 'phone'>): boolean =>
  isName(name ?? '') && (!!email || (phone ?? '').normalize('NFKC').replace(/\D/g, '').length >= fewestDigits);
