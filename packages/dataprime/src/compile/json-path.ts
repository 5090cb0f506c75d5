import type { Path } from '../check/checked.ts';
import { call, plain, str } from './sql-build.ts';
import type { SqlExpr } from './sql-tree.ts';

const keys = (path: Path): readonly SqlExpr[] => path.map((key) => str(String(key)));

/** JSON text at a path, empty where there is nothing. A position is looked for in arrays only: the engine would also count the keys of an object. */
const rawAt = (json: SqlExpr, path: Path): SqlExpr => {
  const at = path.findLastIndex((key) => typeof key === 'number');
  const position = path[at];
  if (typeof position !== 'number') return call('JSONExtractRaw', json, ...keys(path));
  const before = path.slice(0, at);
  const above = before.some((key) => typeof key === 'number') ? rawAt(json, before) : null;
  // The engine has no null arrays.
  const text = call('ifNull', above ?? json, str(''));
  const items = call('JSONExtractArrayRaw', text, ...(above === null ? keys(before) : []));
  const item = call('arrayElement', items, plain(position + 1));
  return at === path.length - 1 ? item : call('JSONExtractRaw', item, ...keys(path.slice(at + 1)));
};

/** JSON text at a path inside JSON text; null where there is nothing, or null. */
export const jsonAt = (json: SqlExpr, path: Path): SqlExpr =>
  call('nullIf', call('nullIf', rawAt(json, path), str('')), str('null'));

/** A path as the key of the flattened maps: keys joined by `.`, with `.` and `\` in a key escaped. */
export const flatKey = (path: readonly string[]): string =>
  path.map((key) => key.replaceAll('\\', '\\\\').replaceAll('.', '\\.')).join('.');
