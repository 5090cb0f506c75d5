import { freeNames } from './free-names.ts';
import type { Level } from './levels.ts';
import { call } from './sql-build.ts';

/** Whether a column of a level has one value for all rows, whatever the rows are. */
const isConstant = (level: Level, name: string): boolean => {
  const definition = level.defined.get(name);
  if (definition === undefined) return level.from.kind === 'level' && isConstant(level.from.level, name);
  return [...freeNames(definition)].every((inner) => inner !== name && isConstant(level, inner));
};

const hasJoin = ({ from }: Level): boolean => {
  switch (from.kind) {
    case 'table':
    case 'file':
      return false;
    case 'best':
    case 'level':
      return hasJoin(from.level);
    case 'join':
      return true;
    case 'union':
      return from.levels.some(hasJoin);
  }
};

/**
 * The level with the keys of these names as values of its rows. The engine joins on no constant, and above another join
 * it takes whatever it can compute beforehand for one, through `materialize` too. The one element of an array it does not
 * look into.
 */
export const withJoinKeys = (level: Level, names: readonly string[]): Level => {
  const aboveJoin = hasJoin(level);
  const hidden = names.filter((name) => {
    const definition = level.defined.get(name);
    return definition !== undefined && (isConstant(level, name) || (aboveJoin && definition.kind !== 'column'));
  });
  if (hidden.length === 0) return level;
  const defined = new Map(
    [...level.defined].map(([name, definition]) => [
      name,
      hidden.includes(name) ? call('arrayJoin', call('array', definition)) : definition,
    ]),
  );
  return { ...level, defined };
};
