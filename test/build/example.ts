import * as z from 'zod';

/** As much of JSON Schema as zod writes. */
interface Schema {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly prefixItems?: readonly Schema[];
  readonly minItems?: number;
  readonly format?: string;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
}

const texts: Readonly<Record<string, string>> = {
  date: '2027-03-01',
  'date-time': '2027-03-01T00:00:00.000Z',
  email: 'someone@example.test',
};

/** For the patterns that texts of the API have. */
const patterned = [
  'A12',
  'a'.repeat(64),
  'example-award',
  'EXAMPLE',
  '03-31',
  '09:30',
  '1',
  '91530100MA6K5N8L0D',
  'roll.json',
  'AAAA',
];

function textFor({ format, pattern, minLength = 1 }: Schema): string {
  const known = format && texts[format];
  if (known) return known;
  const fitting = pattern && patterned.find((text) => new RegExp(pattern).test(text));
  return fitting || '例'.repeat(Math.max(1, minLength));
}

function from(schema: Schema): unknown {
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  const [choice] = schema.anyOf ?? schema.oneOf ?? schema.allOf ?? [];
  if (choice) return from(choice);
  if (schema.type === 'object')
    return Object.fromEntries((schema.required ?? []).map((key) => [key, from(schema.properties?.[key] ?? {})]));
  if (schema.type === 'array')
    return (
      schema.prefixItems?.map(from) ?? Array.from({ length: schema.minItems ?? 0 }, () => from(schema.items ?? {}))
    );
  if (schema.type === 'string') return textFor(schema);
  if (schema.type === 'boolean') return true;
  if (schema.type === 'integer' || schema.type === 'number')
    return Math.max(schema.minimum ?? 0, (schema.exclusiveMinimum ?? -1) + 1);
  return schema.type === 'null' ? null : {};
}

/** The least that a schema takes, as far as its shape says; what a refinement asks beyond it is not known here. */
export const exampleOf = (schema: z.ZodType): unknown =>
  from(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Schema);
