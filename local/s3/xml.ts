import { XMLParser } from 'fast-xml-parser';
import type * as z from 'zod';
import { S3Error } from './errors.ts';

export type XmlContent =
  string | number | boolean | undefined | readonly XmlContent[] | { [element: string]: XmlContent };

const NAMESPACE = 'http://s3.amazonaws.com/doc/2006-03-01/';
const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
  '\n': '&#10;',
};
const escaped = (text: string) => text.replace(/[&<>"\r\n]/g, (character) => ENTITIES[character] ?? character);

function element(name: string, content: XmlContent): string {
  if (content === undefined) return '';
  if (Array.isArray(content)) return content.map((one: XmlContent) => element(name, one)).join('');
  const inner =
    typeof content === 'object'
      ? Object.entries(content)
          .map(([child, value]) => element(child, value))
          .join('')
      : escaped(String(content));
  return `<${name}>${inner}</${name}>`;
}

/** An XML document; an array repeats its element, undefined leaves it out. */
export function xmlDocument(root: string, content: XmlContent, namespace: string | undefined = NAMESPACE): string {
  const body = element(root, content);
  const opened = namespace ? body.replace(`<${root}>`, `<${root} xmlns="${namespace}">`) : body;
  return `<?xml version="1.0" encoding="UTF-8"?>\n${opened}`;
}

const REPEATED = new Set(['Part', 'Object', 'Tag']);
const parser = new XMLParser({
  ignoreAttributes: true,
  parseTagValue: false,
  trimValues: false,
  removeNSPrefix: true,
  htmlEntities: true,
  isArray: (name) => REPEATED.has(name),
});

/** Reads a request's document as `schema` has it; anything else is MalformedXML. */
export function readXml<T>(text: string, root: string, schema: z.ZodType<T>): T {
  let parsed: unknown;
  try {
    parsed = (parser.parse(text, true) as Record<string, unknown>)[root];
  } catch {
    parsed = undefined;
  }
  const checked = schema.safeParse(parsed);
  if (checked.success) return checked.data;
  throw new S3Error(
    'MalformedXML',
    'The XML you provided was not well-formed or did not validate against our published schema',
  );
}
