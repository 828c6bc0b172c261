/**
 * Where and why a value does not match a JSON schema; supports only the keywords of JSON Schema that this project uses.
 */
export type Schema = Readonly<Record<string, unknown>>;

export function against(schema: Schema, root: Schema, value: unknown, at = '$'): readonly string[] {
  return Object.entries(schema).flatMap(([word, asked]) => {
    const check = WORDS[word];
    if (!check) throw new Error(`This does not know “${word}” of JSON Schema.`);
    return check({ asked, schema, root, value, at });
  });
}

interface Check {
  readonly asked: unknown;
  readonly schema: Schema;
  readonly root: Schema;
  readonly value: unknown;
  readonly at: string;
}

const NOTE = (): readonly string[] => [];

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? (value as readonly unknown[]) : [];

const fields = (value: unknown): readonly (readonly [string, unknown])[] =>
  isObject(value) ? Object.entries(value) : [];

function typeOf(value: unknown): readonly string[] {
  if (value === null) return ['null'];
  if (Array.isArray(value)) return ['array'];
  return Number.isInteger(value) ? ['integer', 'number'] : [typeof value];
}

const wrong = (isRight: boolean, { at, asked }: Check, word: string): readonly string[] =>
  isRight ? [] : [`${at}: ${word} ${JSON.stringify(asked)}`];

const WORDS: Readonly<Record<string, (check: Check) => readonly string[]>> = {
  $schema: NOTE,
  $defs: NOTE,
  title: NOTE,
  description: NOTE,
  $ref: ({ asked, root, value, at }) => {
    const path = String(asked).replace('#/', '').split('/');
    const found = path.reduce<unknown>((node, name) => (isObject(node) ? node[name] : undefined), root);
    if (!isObject(found)) throw new Error(`There is no ${String(asked)}.`);
    return against(found, root, value, at);
  },
  type: (check) =>
    wrong(
      typeOf(check.value).some((type) => [check.asked].flat().includes(type)),
      check,
      'type',
    ),
  const: (check) => wrong(check.value === check.asked, check, 'const'),
  enum: (check) => wrong(listOf(check.asked).includes(check.value), check, 'enum'),
  pattern: (check) =>
    wrong(
      typeof check.value !== 'string' || new RegExp(String(check.asked), 'u').test(check.value),
      check,
      'pattern',
    ),
  format: (check) =>
    wrong(typeof check.value !== 'string' || !Number.isNaN(Date.parse(check.value)), check, 'format'),
  minimum: (check) =>
    wrong(typeof check.value !== 'number' || check.value >= Number(check.asked), check, 'minimum'),
  maximum: (check) =>
    wrong(typeof check.value !== 'number' || check.value <= Number(check.asked), check, 'maximum'),
  minItems: (check) =>
    wrong(!Array.isArray(check.value) || check.value.length >= Number(check.asked), check, 'minItems'),
  maxItems: (check) =>
    wrong(!Array.isArray(check.value) || check.value.length <= Number(check.asked), check, 'maxItems'),
  required: (check) =>
    listOf(check.asked).flatMap((name) =>
      wrong(!isObject(check.value) || String(name) in check.value, { ...check, asked: name }, 'required'),
    ),
  properties: ({ asked, root, value, at }) =>
    fields(asked).flatMap(([name, schema]) =>
      isObject(value) && name in value ? against(schema as Schema, root, value[name], `${at}.${name}`) : [],
    ),
  additionalProperties: ({ asked, schema, root, value, at }) => {
    const known = fields(schema['properties']).map(([name]) => name);
    return fields(value)
      .filter(([name]) => !known.includes(name))
      .flatMap(([name, each]) => against(asked as Schema, root, each, `${at}.${name}`));
  },
  prefixItems: ({ asked, root, value, at }) =>
    listOf(asked).flatMap((schema, place) =>
      place < listOf(value).length
        ? against(schema as Schema, root, listOf(value)[place], `${at}[${place}]`)
        : [],
    ),
  items: ({ asked, root, value, at }) =>
    listOf(value).flatMap((each, place) => against(asked as Schema, root, each, `${at}[${place}]`)),
};
