import { freeNames } from './free-names.ts';
import type { Level } from './levels.ts';
import { call } from './sql-build.ts';

/** Whether a column of a level has one value for all rows, whatever the rows are. */
const isConstant = (level: Level, name: string): boolean => {
  const definition = level.defined.get(name);
  if (definition !== undefined)
    return [...freeNames(definition)].every((inner) => inner !== name && isConstant(level, inner));
  const { from } = level;
  switch (from.kind) {
    case 'level':
      return isConstant(from.level, name);
    case 'join':
      return isConstant(from.yields.has(name) ? from.right : from.left, name);
    case 'table':
    case 'union':
      return false;
  }
};

/**
 * The level with its constant columns of these names made columns like others: the engine joins on no constant, and sees
 * through `materialize`. The one element of an array it takes for a value of the row.
 */
export const withoutConstants = (level: Level, names: readonly string[]): Level => {
  const constants = names.filter((name) => level.defined.has(name) && isConstant(level, name));
  if (constants.length === 0) return level;
  const defined = new Map(
    [...level.defined].map(([name, definition]) => [
      name,
      constants.includes(name) ? call('arrayJoin', call('array', definition)) : definition,
    ]),
  );
  return { ...level, defined };
};
