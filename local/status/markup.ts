import { withoutTokens } from '../states/tokens.ts';

/** Markup that may be sent as it is: only `markup` makes it, and it escapes whatever else is put in. */
export class Markup {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** What can stand in a template: text is escaped, nothing is left out, lists are joined. */
export type Content = Markup | string | number | undefined | false | readonly Content[];

/** Builds HTML; every value in it is escaped unless it is markup itself. */
export function markup(strings: TemplateStringsArray, ...values: readonly Content[]): Markup {
  return new Markup(strings.reduce((text, string, at) => text + textOf(values[at - 1]) + string));
}

function textOf(content: Content): string {
  if (content === undefined || content === false) return '';
  if (content instanceof Markup) return content.text;
  return typeof content === 'object' ? content.map(textOf).join('') : escape(String(content));
}

const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** Markup as it leaves: whatever the parts were given, no task token is in it. */
export const sent = ({ text }: Markup): string => withoutTokens(text);
