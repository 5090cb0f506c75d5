import { elementType, toJson, toText } from '../compile/convert.ts';
import { call, col, iff, infix, lambda, list, plain, SQL_NULL, wholeNumber } from '../compile/sql-build.ts';
import type { SqlExpr } from '../compile/sql-tree.ts';
import { type Value, value } from '../compile/value.ts';
import { arrayOf, BOOL, NUMBER, STRING, UNKNOWN } from '../types/type.ts';
import { ARRAY_T, define, literal, optional, param, T } from './define.ts';
import type { FunctionDef, LowerCall } from './function-def.ts';
import { joinTexts, splitText } from './split-text.ts';

const array = define('array');
const arg = (c: LowerCall, index: number): SqlExpr => c.args[index] ?? SQL_NULL;
/** What is looked for in an array, or put into one, as its elements are held: an array within an array is JSON text. */
const element = (c: LowerCall, index: number): SqlExpr => {
  const item = c.values[index];
  return item?.type.kind === 'array' ? toJson(item).sql : arg(c, index);
};
const number = (sql: SqlExpr): SqlExpr => call('toFloat64', sql);
const position = (c: LowerCall): SqlExpr => wholeNumber(arg(c, 1));
const strict = { nulls: 'strict' } as const;
const TWO = [param('array1', ARRAY_T, 'a1'), param('array2', ARRAY_T, 'a2')];
const ELEMENT = param('element', T);
const ARRAY = param('array', ARRAY_T);

const present = (items: SqlExpr): SqlExpr => call('arrayFilter', lambda(['x'], call('isNotNull', col('x'))), items);
const slice = (from: SqlExpr, offset: SqlExpr, length?: SqlExpr): SqlExpr =>
  length === undefined ? call('arraySlice', from, offset) : call('arraySlice', from, offset, length);
/** Whether a position counted from 0 names an element. */
const within = (c: LowerCall): SqlExpr =>
  infix('AND', infix('>=', position(c), plain(0)), infix('<', position(c), call('toInt64', call('length', arg(c, 0)))));
const before = (c: LowerCall): SqlExpr => slice(arg(c, 0), plain(1), position(c));
const after = (c: LowerCall, skip: number): SqlExpr => slice(arg(c, 0), infix('+', position(c), plain(skip + 1)));

const insertAt = (c: LowerCall): SqlExpr => {
  const inside = infix(
    'AND',
    infix('>=', position(c), plain(0)),
    infix('<=', position(c), call('toInt64', call('length', arg(c, 0)))),
  );
  return iff(inside, call('arrayConcat', before(c), list([element(c, 2)]), after(c, 0)), arg(c, 0));
};
const removeAt = (c: LowerCall): SqlExpr => iff(within(c), call('arrayConcat', before(c), after(c, 1)), arg(c, 0));
const replaceAt = (c: LowerCall): SqlExpr =>
  iff(within(c), call('arrayConcat', before(c), list([element(c, 2)]), after(c, 1)), arg(c, 0));

/** Nulls last unless asked otherwise, in both directions: sorts what is not null and puts the nulls where they belong. */
const sort = (c: LowerCall): SqlExpr => {
  const nulls = call('arrayFilter', lambda(['x'], call('isNull', col('x'))), arg(c, 0));
  const sorted = call(c.literal('desc') === true ? 'arrayReverseSort' : 'arraySort', present(arg(c, 0)));
  return c.literal('nullsFirst') === true ? call('arrayConcat', nulls, sorted) : call('arrayConcat', sorted, nulls);
};

const distinct = (items: SqlExpr): SqlExpr => call('arrayDistinct', items);
const minus = (a: SqlExpr, b: SqlExpr): SqlExpr =>
  distinct(call('arrayFilter', lambda(['x'], call('not', call('has', b, col('x')))), a));
/**
 * Null is no element of a set: the engine's `arrayDistinct` leaves it out, so its `hasAll` must not look for it. Nor may
 * a null be looked at, which `hasAll` takes for the zero or the empty text that lies below it.
 */
const subset = (a: SqlExpr, b: SqlExpr): SqlExpr => call('hasAll', present(b), present(a));

const split = (c: LowerCall): SqlExpr =>
  c.values[1]?.type.kind === 'regexp' ? call('splitByRegexp', arg(c, 1), arg(c, 0)) : splitText(arg(c, 0), arg(c, 1));
const join = (c: LowerCall): SqlExpr => {
  const type = c.values[0]?.type;
  const of = type?.kind === 'array' ? type.of : UNKNOWN;
  const texts = call('arrayMap', lambda(['x'], toText(value(elementType(of), col('x'))).sql), arg(c, 0));
  return joinTexts(call('arrayMap', lambda(['x'], call('assumeNotNull', col('x'))), present(texts)), arg(c, 1));
};
/** A null array is the empty set here: the one place where null does not make the result null. */
const orEmpty = (item: Value | null | undefined): SqlExpr => {
  const sql = item?.sql ?? list([]);
  return item?.absent == null ? sql : iff(item.absent, list([]), sql);
};
const handled = { nulls: 'handled' } as const;

/** Functions of §6.8. Positions are counted from 0. */
export const ARRAY_FUNCTIONS: readonly FunctionDef[] = [
  array(
    'arrayLength',
    [ARRAY],
    NUMBER,
    'Number of elements.',
    ['arrayLength([1, 2, 2])', 3],
    (c) => number(call('length', arg(c, 0))),
    strict,
  ),
  array(
    'isEmpty',
    [ARRAY],
    BOOL,
    'Whether there are no elements.',
    ['isEmpty([])', true],
    (c) => call('empty', arg(c, 0)),
    strict,
  ),
  array(
    'cardinality',
    [ARRAY],
    NUMBER,
    'Number of distinct elements.',
    ['cardinality([1, 2, 2])', 2],
    (c) => number(call('length', distinct(arg(c, 0)))),
    strict,
  ),
  array(
    'arrayContains',
    [ARRAY, ELEMENT],
    BOOL,
    'Whether the array holds the element.',
    ['[1, 2].arrayContains(2)', true],
    (c) => call('has', arg(c, 0), element(c, 1)),
    strict,
  ),
  array(
    'inArray',
    [ELEMENT, ARRAY],
    BOOL,
    'Whether the element is in the array.',
    ['2.inArray([1, 2])', true],
    (c) => call('has', arg(c, 1), element(c, 0)),
    strict,
  ),
  array(
    'arrayAppend',
    [ARRAY, ELEMENT],
    ARRAY_T,
    'With an element added at the end.',
    ['[1, 2].arrayAppend(9)', [1, 2, 9]],
    (c) => call('arrayPushBack', arg(c, 0), element(c, 1)),
    strict,
  ),
  array(
    'arrayConcat',
    TWO,
    ARRAY_T,
    'One array after the other.',
    ['arrayConcat([1], [2])', [1, 2]],
    (c) => call('arrayConcat', arg(c, 0), arg(c, 1)),
    strict,
  ),
  array(
    'arrayInsertAt',
    [ARRAY, param('position', NUMBER), param('value', T)],
    ARRAY_T,
    'With an element inserted at a position; unchanged when the position lies outside.',
    ['[1, 2].arrayInsertAt(0, 7)', [7, 1, 2]],
    insertAt,
    strict,
  ),
  array(
    'arrayRemove',
    [ARRAY, ELEMENT],
    ARRAY_T,
    'Without any occurrence of the element.',
    ['[1, 2, 2].arrayRemove(2)', [1]],
    (c) =>
      call(
        'arrayFilter',
        lambda(['x'], call('ifNull', infix('!=', col('x'), element(c, 1)), { kind: 'bool', value: true })),
        arg(c, 0),
      ),
    strict,
  ),
  array(
    'arrayRemoveAt',
    [ARRAY, param('position', NUMBER)],
    ARRAY_T,
    'Without the element at a position; unchanged when the position lies outside.',
    ['[1, 2, 3].arrayRemoveAt(0)', [2, 3]],
    removeAt,
    strict,
  ),
  array(
    'arrayReplaceAll',
    [ARRAY, param('value', T), param('newValue', T)],
    ARRAY_T,
    'With every occurrence of a value replaced.',
    ['[1, 2, 2].arrayReplaceAll(2, 3)', [1, 3, 3]],
    (c) =>
      call(
        'arrayMap',
        lambda(
          ['x'],
          iff(call('ifNull', infix('=', col('x'), arg(c, 1)), { kind: 'bool', value: false }), arg(c, 2), col('x')),
        ),
        arg(c, 0),
      ),
    strict,
  ),
  array(
    'arrayReplaceAt',
    [ARRAY, param('position', NUMBER), param('value', T)],
    ARRAY_T,
    'With the element at a position replaced; unchanged when the position lies outside.',
    ['[1, 2].arrayReplaceAt(1, 9)', [1, 9]],
    replaceAt,
    strict,
  ),
  array(
    'arraySort',
    [ARRAY, literal(optional(param('desc', BOOL))), literal(optional(param('nullsFirst', BOOL)))],
    ARRAY_T,
    'In order; nulls last unless asked for first.',
    ['[2, 1].arraySort()', [1, 2]],
    sort,
    strict,
  ),
  array(
    'arrayJoin',
    [ARRAY, param('delimiter', STRING)],
    STRING,
    'The elements as one text, nulls left out.',
    ["[1, 2, 2].arrayJoin('-')", '1-2-2'],
    join,
    strict,
  ),
  array(
    'arraySplit',
    [param('string', STRING), param('delimiter', { kind: 'string-or-regexp' })],
    arrayOf(STRING),
    'The parts of a text between delimiters.',
    ["'a,b'.arraySplit(',')", ['a', 'b']],
    split,
    strict,
  ),
  array(
    'isSubset',
    TWO,
    BOOL,
    'Whether every element of the first is in the second.',
    ['[1].isSubset([1, 2])', true],
    (c) => subset(arg(c, 0), arg(c, 1)),
    strict,
  ),
  array(
    'isSuperset',
    TWO,
    BOOL,
    'Whether every element of the second is in the first.',
    ['[1, 2].isSuperset([1])', true],
    (c) => subset(arg(c, 1), arg(c, 0)),
    strict,
  ),
  array(
    'setEqualsTo',
    TWO,
    BOOL,
    'Whether both hold the same elements; duplicates do not matter.',
    ['[1, 1, 2].setEqualsTo([2, 1])', true],
    (c) => infix('AND', subset(arg(c, 0), arg(c, 1)), subset(arg(c, 1), arg(c, 0))),
    strict,
  ),
  array(
    'setUnion',
    TWO,
    ARRAY_T,
    'Distinct elements of both; null is the empty set.',
    ['setUnion([1], [1, 2]).arraySort()', [1, 2]],
    (c) => value(c.type, distinct(call('arrayConcat', orEmpty(c.values[0]), orEmpty(c.values[1])))),
    handled,
  ),
  array(
    'setIntersection',
    TWO,
    ARRAY_T,
    'Distinct elements that are in both; null is the empty set.',
    ['setIntersection([1, 2], [2, 3])', [2]],
    (c) => value(c.type, distinct(call('arrayIntersect', orEmpty(c.values[0]), orEmpty(c.values[1])))),
    handled,
  ),
  array(
    'setDiff',
    TWO,
    ARRAY_T,
    'Distinct elements of the first that are not in the second.',
    ['[1, 2, 2].setDiff([2])', [1]],
    (c) => minus(arg(c, 0), arg(c, 1)),
    strict,
  ),
  array(
    'setDiffSymmetric',
    TWO,
    ARRAY_T,
    'Distinct elements that are in one of both only.',
    ['setDiffSymmetric([1, 2], [2, 3]).arraySort()', [1, 3]],
    (c) => call('arrayConcat', minus(arg(c, 0), arg(c, 1)), minus(arg(c, 1), arg(c, 0))),
    strict,
  ),
];
