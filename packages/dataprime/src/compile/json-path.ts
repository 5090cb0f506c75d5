import type { Path } from '../check/checked.ts';
import { call, plain, str } from './sql-build.ts';
import type { SqlExpr } from './sql-tree.ts';

/** The steps of a path as arguments of the engine's JSON functions, which count positions from 1. */
const steps = (path: Path): readonly SqlExpr[] =>
  path.map((key) => (typeof key === 'number' ? plain(key + 1) : str(key)));

/** JSON text at a path inside JSON text; null where there is nothing, or null. */
export const jsonAt = (json: SqlExpr, path: Path): SqlExpr => {
  const raw = call('JSONExtractRaw', json, ...steps(path));
  return call('nullIf', call('nullIf', raw, str('')), str('null'));
};

/** A path as the key of the flattened maps: keys joined by `.`, with `.` and `\` in a key escaped. */
export const flatKey = (path: readonly string[]): string =>
  path.map((key) => key.replaceAll('\\', '\\\\').replaceAll('.', '\\.')).join('.');
