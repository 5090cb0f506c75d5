import type { KeyChange, TypedExpr } from '../check/checked.ts';
import { OBJECT, UNKNOWN } from '../types/type.ts';
import { toJson, use } from './convert.ts';
import type { LowerContext } from './lower-context.ts';
import { bool, call, col, iff, infix, lambda, plain, SQL_NULL, str } from './sql-build.ts';
import type { SqlExpr } from './sql-tree.ts';
import { type Value, value } from './value.ts';

/** JSON text of an object that holds one value at a path. */
const wrapJson = (path: readonly string[], json: SqlExpr): SqlExpr => {
  const open = path.map((key) => `{${JSON.stringify(key.toWellFormed())}:`).join('');
  return call('concat', str(open), json, str('}'.repeat(path.length)));
};

/** An object of which each member is written anew: the engine has no way to take one away. */
const rebuilt = (object: SqlExpr, name: string, key: string, changed: ((held: SqlExpr) => SqlExpr) | null): SqlExpr => {
  const [own, held] = [call('tupleElement', col(name), plain(1)), call('tupleElement', col(name), plain(2))];
  const isKey = infix('=', own, str(key));
  const members = call('JSONExtractKeysAndValuesRaw', object);
  const kept = changed === null ? call('arrayFilter', lambda([name], call('not', isKey)), members) : members;
  const isObject = infix('AND', isKey, call('startsWith', held, str('{')));
  const text = changed === null ? held : iff(isObject, changed(held), held);
  const texts = call('arrayMap', lambda([name], call('concat', call('toJSONString', own), str(':'), text)), kept);
  return call('concat', str('{'), call('arrayStringConcat', texts, str(',')), str('}'));
};

/** The object without the key at a path. */
const without = (object: SqlExpr, [key = '', ...rest]: readonly string[]): SqlExpr =>
  rebuilt(object, `m${rest.length}`, key, rest.length === 0 ? null : (held) => without(held, rest));

type Written = KeyChange & { readonly value: TypedExpr };
const isWritten = (change: KeyChange): change is Written => change.value !== null;

/**
 * What a written key merges into the object: first nothing in its place, since merging alone would keep what an older
 * object had in it, then the value. Below a parent that a row lacks nothing is cleared, or else clearing would make it:
 * that of the object at the start, or what an earlier change put `above`.
 */
const patchesOf = (
  { path, value: changed, optional }: Written,
  start: SqlExpr,
  nested: boolean,
  above: Written | undefined,
  context: LowerContext,
): readonly SqlExpr[] => {
  const cleared = wrapJson(path, str('null'));
  const jsonOf = (expr: TypedExpr): SqlExpr => toJson(context.lower(expr, context)).sql;
  const whereHeld = (parent: SqlExpr, keys: readonly string[]): SqlExpr =>
    iff(call('JSONHas', parent, ...keys.map(str)), cleared, str('{}'));
  const clearBelow = (parent: Written): SqlExpr =>
    optional ? whereHeld(call('ifNull', jsonOf(parent.value), str('{}')), path.slice(parent.path.length)) : cleared;
  const clear = !nested ? cleared : above === undefined ? whereHeld(start, path) : clearBelow(above);
  const json = jsonOf(changed);
  const written = wrapJson(path, call('ifNull', json, str('null')));
  return [clear, nested && optional ? iff(call('isNull', json), str('{}'), written) : written];
};

/** An object with some of its keys changed, in order. */
export const lowerObject = (expr: TypedExpr & { kind: 'object' }, context: LowerContext): Value => {
  const base = expr.base === null ? SQL_NULL : use(context.lower(expr.base, context), OBJECT).sql;
  const start = call('ifNull', base, str('{}'));
  const whole = expr.base?.kind === 'field' && expr.base.path.length === 0;
  let object = start;
  let patches: SqlExpr[] = [];
  const merge = (): void => {
    if (patches.length > 0) object = call('JSONMergePatch', object, ...patches);
    patches = [];
  };
  for (const [index, change] of expr.changes.entries()) {
    const { path } = change;
    if (!isWritten(change)) {
      merge();
      object = without(object, path);
      continue;
    }
    const isAbove = (earlier: KeyChange): earlier is Written =>
      isWritten(earlier) && earlier.path.every((key, at) => path[at] === key);
    const above = expr.changes.slice(0, index).findLast(isAbove);
    const nested = expr.base !== null && !(whole && path.length === 1);
    patches.push(...patchesOf(change, start, nested, above, context));
  }
  merge();
  if (expr.base === null || whole || object === start) return value(OBJECT, object);
  if (expr.type.kind === 'unknown') {
    // What is no object has no keys to lose, and stays what it is where no key is written.
    const raw = context.lower(expr.base, context).sql;
    const isObject = call('ifNull', call('startsWith', raw, str('{')), bool(false));
    const written = expr.changes.flatMap(({ value: held }) =>
      held === null ? [] : [context.lower(held, context).sql],
    );
    const becomes = written.reduce((any, sql) => infix('OR', any, call('isNotNull', sql)), isObject);
    return value(UNKNOWN, iff(becomes, object, raw));
  }
  const nothingThere = infix('AND', call('isNull', base), infix('=', object, str('{}')));
  return value(OBJECT, iff(nothingThere, SQL_NULL, object));
};
