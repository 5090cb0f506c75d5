import { toRe2 } from '../check/rules/regular-expression.ts';
import { cast } from '../compile/convert.ts';
import { call, col, iff, infix, lambda, plain, SQL_NULL, str, subscript } from '../compile/sql-build.ts';
import type { SqlExpr } from '../compile/sql-tree.ts';
import { value } from '../compile/value.ts';
import { arrayOf, NUMBER, OBJECT, REGEXP, STRING } from '../types/type.ts';
import { define, literal, optional, param } from './define.ts';
import type { FunctionDef, LowerCall } from './function-def.ts';

/** What `extract … using` computes of a text. Lowered as functions are; a query can name them there only. */
const extractor = define('string');
const arg = (c: LowerCall, index: number): SqlExpr => c.args[index] ?? SQL_NULL;
const written = (c: LowerCall, name: string, fallback: string): string => {
  const given = c.literal(name);
  return typeof given === 'string' ? given : fallback;
};
const strict = { nulls: 'strict' } as const;
const TEXT = param('text', STRING);
const PATTERN = literal(param('e', REGEXP));
const option = (name: string) => literal(optional(param(name, STRING)));

/** One group of the first match; null where nothing matches, and for a group that holds nothing. */
export const REGEXP_GROUP: FunctionDef = extractor(
  'regexp',
  [TEXT, PATTERN, literal(param('group', NUMBER))],
  STRING,
  'One group of the first match.',
  ["regexp('a1', /(\\w)(\\d)/, 2)", '1'],
  (c) => {
    const group = c.literal('group');
    const position = plain(typeof group === 'number' ? group : 1);
    return call('nullIf', call('arrayElementOrNull', call('extractGroups', arg(c, 0), arg(c, 1)), position), str(''));
  },
  strict,
);

/** Every match as a whole. */
export const MULTI_REGEXP: FunctionDef = extractor(
  'multi_regexp',
  [TEXT, PATTERN],
  arrayOf(STRING),
  'Every match as a whole.',
  ["multi_regexp('a1 b2', /\\w\\d/)", ['a1', 'b2']],
  (c) => {
    const pattern = c.literal('e');
    return call('extractAll', arg(c, 0), str(`(${toRe2(typeof pattern === 'string' ? pattern : '')})`));
  },
  strict,
);

/** The most pairs read out of one text; the rest is left out. */
const pairsMax = 1000;
const escapeRegexp = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
const last = (items: SqlExpr): SqlExpr => subscript(items, plain(-1));

/** Key and value, the value perhaps quoted, up to the next delimiter of pairs. A key begins after the last of them. */
const pairs = (c: LowerCall): SqlExpr => {
  const between = written(c, 'pair_delimiter', ' ');
  const equals = written(c, 'key_delimiter', '=');
  const quote = written(c, 'quote_char', '"');
  const q = escapeRegexp(quote);
  const quoted = quote === '' ? '' : `${q}(?:[^${q}\\\\]|\\\\.)*${q}|`;
  const pattern = `(?s)(.*?)${escapeRegexp(equals)}(${quoted}.*?)(?:${escapeRegexp(between)}|\\z)`;
  const found = call(
    'arraySlice',
    call('extractAllGroupsVertical', arg(c, 0), str(pattern)),
    plain(1),
    plain(pairsMax),
  );
  const key = call('trimBoth', last(call('splitByString', str(between), subscript(col('p'), plain(1)))));
  const raw = subscript(col('p'), plain(2));
  const isQuoted = infix(
    'AND',
    infix('>', call('length', raw), plain(1)),
    infix('AND', call('startsWith', raw, str(quote)), call('endsWith', raw, str(quote))),
  );
  const inner = call('substring', raw, plain(2), infix('-', call('length', raw), plain(2)));
  const bare = call('replaceRegexpAll', inner, str('(?s)\\\\(.)'), str('\\1'));
  const item = call('tuple', key, quote === '' ? raw : iff(isQuoted, bare, raw));
  const all = call('arrayMap', lambda(['p'], item), found);
  return call('arrayFilter', lambda(['p'], infix('!=', call('tupleElement', col('p'), plain(1)), str(''))), all);
};

const keyValues = (c: LowerCall): SqlExpr => {
  const items = pairs(c);
  const names = call('arrayMap', lambda(['p'], call('tupleElement', col('p'), plain(1))), items);
  const first = call(
    'arrayFilter',
    lambda(['p', 'u'], infix('=', col('u'), plain(1))),
    items,
    call('arrayEnumerateUniq', names),
  );
  const member = call(
    'concat',
    call('toJSONString', call('tupleElement', col('p'), plain(1))),
    str(':'),
    call('toJSONString', call('tupleElement', col('p'), plain(2))),
  );
  const members = call('arrayStringConcat', call('arrayMap', lambda(['p'], member), first), str(','));
  return call('nullIf', call('concat', str('{'), members, str('}')), str('{}'));
};

/** Pairs of keys and values as an object of texts; of a key that stands twice the first. */
export const KEY_VALUES: FunctionDef = extractor(
  'kv',
  [TEXT, option('pair_delimiter'), option('key_delimiter'), option('quote_char')],
  OBJECT,
  'Pairs of keys and values as an object of texts.',
  ["kv('a=1 b=2')", { a: '1', b: '2' }],
  keyValues,
  strict,
);

const isObject = (text: SqlExpr): SqlExpr =>
  infix('AND', call('startsWith', text, str('{')), call('isValidJSON', text));

/** The text itself, or what it is once its escapes are undone so many times. */
const parsedObject = (c: LowerCall): SqlExpr => {
  const given = c.literal('max_unescape_count');
  const times = typeof given === 'number' ? given : 1;
  const layers = [call('trimBoth', arg(c, 0))];
  for (let layer = 0; layer < times; layer += 1) {
    const above = layers[layer] ?? arg(c, 0);
    const quoted = iff(call('startsWith', above, str('"')), above, call('concat', str('"'), above, str('"')));
    layers.push(call('trimBoth', call('JSONExtractString', quoted)));
  }
  // Reading and writing it again takes out what is not needed: blanks between values.
  const arms = layers.flatMap((text) => [isObject(text), call('JSONExtractRaw', text)]);
  return call('multiIf', ...arms, SQL_NULL);
};

/** A text that is JSON of an object, itself or below a few layers of escapes. */
export const JSON_OBJECT: FunctionDef = extractor(
  'jsonobject',
  [TEXT, literal(optional(param('max_unescape_count', NUMBER)))],
  OBJECT,
  'The object that a text writes in JSON.',
  ['jsonobject(\'{"a":1}\')', { a: 1 }],
  parsedObject,
  strict,
);

const ELEMENTS = { string: STRING, number: NUMBER, bool: { kind: 'bool' } } as const;

/** The parts between delimiters, each as its type; what cannot be read as the type is null. */
const parts = (c: LowerCall): SqlExpr => {
  const items = call('splitByString', str(written(c, 'delimiter', ',')), arg(c, 0));
  const { type } = c;
  if (type.kind !== 'array' || type.of.kind === 'string') return items;
  const part = value(STRING, call('trimBoth', col('s')));
  return call('arrayMap', lambda(['s'], cast(part, type.of).sql), items);
};

const split = (of: keyof typeof ELEMENTS): FunctionDef =>
  extractor(
    'split',
    [TEXT, option('delimiter')],
    arrayOf(ELEMENTS[of]),
    'The parts between delimiters.',
    ["split('a,b')", ['a', 'b']],
    parts,
    strict,
  );

/** The parts of a text between delimiters, by the type of the elements. */
export const SPLITS: Readonly<Record<string, FunctionDef>> = {
  string: split('string'),
  number: split('number'),
  bool: split('bool'),
};

/** An object with the members of another that it lacks. */
export const WITH_MEMBERS: FunctionDef = extractor(
  'with',
  [param('object', OBJECT), param('members', OBJECT)],
  OBJECT,
  'The first object with the members of the second that it lacks.',
  ['with({}, {})', {}],
  (c) => {
    const object = call('ifNull', arg(c, 0), str('{}'));
    return call('JSONMergePatch', call('ifNull', arg(c, 1), str('{}')), object);
  },
  { nulls: 'handled' },
);
