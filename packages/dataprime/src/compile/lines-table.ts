import type { Path, RowRoot } from '../check/checked.ts';
import { type Type, UNKNOWN } from '../types/type.ts';
import type { LineField } from './line-field.ts';
import { fieldValue, lineGuards } from './line-guard.ts';
import type { Storage, Table } from './storage.ts';
import { type Value, value } from './value.ts';

/** A field that no line has is read all the same: a constant would spare the engine the lines, and the look at each. */
const readField = ({ path, type: held }: LineField, type: Type): Value => {
  if (held !== 'absent') return value({ kind: held }, fieldValue(path, held));
  if (type.kind === 'string' || type.kind === 'number' || type.kind === 'bool')
    return value(type, fieldValue(path, type.kind));
  return value(UNKNOWN, fieldValue(path, 'string'));
};

const samePlace = (path: Path, field: LineField): boolean =>
  path.length === field.path.length && path.every((key, index) => key === field.path[index]);

/** The log records of a file whose lines are JSON objects: only these fields of `$d` are read, each line as it is. */
const linesTable = (file: string, fields: readonly LineField[]): Table => ({
  name: 'lines',
  file,
  timeColumn: null,
  guards: lineGuards(fields),
  read: (root: RowRoot, path: Path, type: Type): Value => {
    const field = root === 'd' ? fields.find((each) => samePlace(path, each)) : undefined;
    if (field === undefined)
      throw new TypeError(`expected a field that is read from lines, found $${root}.${path.join('.')}`);
    return readField(field, type);
  },
  cast: () => null,
  isOneOf: () => null,
  trees: [],
});

/**
 * A file of log records in place of the telemetry store, for plans that `lineFields` says can be read from one. `file`
 * is an absolute path without wildcards.
 */
export const linesStorage = (file: string, fields: readonly LineField[]): Storage => {
  const table = linesTable(file, fields);
  return { table: (dataset) => (dataset === 'logs' ? table : null) };
};
