// Random inputs that a schema takes, so that what is played gets past it: shapes from the schema itself, names and ids from
// a world that has some of them.

import fc from 'fast-check';
import { z } from 'zod';

/** What a property of this name may say that means something; beside it stands whatever its shape allows. */
export type MeaningfulValues = (property: string) => readonly unknown[];

const shape = z.object({
  type: z.union([z.string(), z.array(z.string())]).optional(),
  const: z.unknown().optional(),
  enum: z.array(z.unknown()).optional(),
  anyOf: z.array(z.unknown()).optional(),
  oneOf: z.array(z.unknown()).optional(),
  pattern: z.string().optional(),
  minLength: z.int().optional(),
  maxLength: z.int().optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  minItems: z.int().optional(),
  maxItems: z.int().optional(),
  items: z.unknown().optional(),
  prefixItems: z.array(z.unknown()).optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  required: z.array(z.string()).default([]),
  additionalProperties: z.unknown().optional(),
});

const texts = [
  '',
  ' ',
  '溪心桥',
  '\u0000',
  '\ud800',
  '\u202e',
  '𠮷䶮',
  "'; drop table change; --",
  '__proto__',
  '../..',
];

export function arbitraryInput(schema: z.ZodType, meaningful: MeaningfulValues): fc.Arbitrary<unknown> {
  return ofShape(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }), '', meaningful);
}

function ofShape(json: unknown, property: string, meaningful: MeaningfulValues): fc.Arbitrary<unknown> {
  const known = meaningful(property);
  const any = anyOfShape(shape.parse(json ?? {}), property, meaningful);
  return known.length === 0
    ? any
    : fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...known) }, { weight: 1, arbitrary: any });
}

function anyOfShape(one: z.infer<typeof shape>, property: string, meaningful: MeaningfulValues): fc.Arbitrary<unknown> {
  if (one.const !== undefined) return fc.constant(one.const);
  if (one.enum !== undefined) return fc.constantFrom(...one.enum);
  const branches = one.anyOf ?? one.oneOf;
  if (branches !== undefined) return fc.oneof(...branches.map((branch) => ofShape(branch, property, meaningful)));
  if (Array.isArray(one.type))
    return fc.oneof(...one.type.map((type) => anyOfShape({ ...one, type }, property, meaningful)));
  switch (one.type) {
    case 'string':
      return text(one);
    case 'integer':
      return fc.integer(between(one));
    case 'number':
      return fc.double({ ...between(one), noNaN: true });
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'array':
      return list(one, property, meaningful);
    case 'object':
      return object(one, meaningful);
    default:
      return fc.jsonValue();
  }
}

/** Small numbers and the ends of what may be, since both are where things break. */
function between({ minimum = -(2 ** 31), maximum = 2 ** 31 - 1 }: z.infer<typeof shape>) {
  return { min: Math.max(minimum, -(2 ** 31)), max: Math.min(maximum, 2 ** 31 - 1) };
}

function text({ pattern, minLength = 0, maxLength = 60 }: z.infer<typeof shape>): fc.Arbitrary<string> {
  if (pattern !== undefined) return fc.stringMatching(new RegExp(pattern));
  const said = texts.filter(({ length }) => length >= minLength && length <= maxLength);
  const anything = fc.string({ unit: 'grapheme', minLength, maxLength: Math.max(minLength, Math.min(maxLength, 60)) });
  return said.length === 0 ? anything : fc.oneof(fc.constantFrom(...said), anything);
}

function list(
  { items, prefixItems, minItems = 0, maxItems = 5 }: z.infer<typeof shape>,
  property: string,
  meaningful: MeaningfulValues,
): fc.Arbitrary<unknown> {
  if (prefixItems !== undefined) return fc.tuple(...prefixItems.map((item) => ofShape(item, property, meaningful)));
  const lengths = { minLength: minItems, maxLength: Math.max(minItems, Math.min(maxItems, 4)) };
  return fc.array(ofShape(items, property, meaningful), lengths);
}

function object(one: z.infer<typeof shape>, meaningful: MeaningfulValues): fc.Arbitrary<unknown> {
  if (one.properties === undefined)
    return fc.dictionary(fc.string({ maxLength: 20 }), ofShape(one.additionalProperties, '', meaningful), {
      maxKeys: 4,
    });
  const members = Object.entries(one.properties).map(([name, inner]): [string, fc.Arbitrary<unknown>] => [
    name,
    ofShape(inner, name, meaningful),
  ]);
  return fc.record(Object.fromEntries(members), { requiredKeys: one.required });
}
