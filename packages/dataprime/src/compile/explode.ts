import type { ColumnId } from '../check/checked.ts';
import { type Level, wrap } from './levels.ts';
import { columnName } from './lower-expr.ts';
import { refuseWhen } from './refusal.ts';
import { call, iff, infix, plain } from './sql-build.ts';
import { emptyArray } from './typed-null.ts';
import type { Value } from './value.ts';

/** The most elements of one array; a longer one makes the query fail rather than lose rows. */
const explodedElementsMax = 100_000;

/** A row for each element of the array, null elements included; none where the array is null or empty. */
export const explode = (level: Level, id: ColumnId, items: Value): Level => {
  const of = items.type.kind === 'array' ? items.type.of : items.type;
  const present = items.absent === null ? items.sql : iff(items.absent, emptyArray(of), items.sql);
  const length = call('length', present);
  const tooLong = refuseWhen(
    infix('>', length, plain(explodedElementsMax)),
    `explode: an array has more than ${explodedElementsMax} elements`,
  );
  const array = call('arraySlice', present, plain(1), infix('+', length, tooLong));
  const open = level.groupBy === null ? level : wrap(level);
  const name = `e${id}`;
  const inner = { ...open, defined: new Map([...open.defined, [name, array] as const]) };
  return { ...wrap(inner), unnest: { of: name, as: columnName(id) } };
};
