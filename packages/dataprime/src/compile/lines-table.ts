import type { Path, RowRoot } from '../check/checked.ts';
import { type Type, UNKNOWN } from '../types/type.ts';
import type { LineField, LineReads } from './line-field.ts';
import { lineGuards } from './line-guard.ts';
import { headValue } from './line-head.ts';
import { fieldValue } from './line-text.ts';
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

/** The log records of a file whose lines are JSON objects: only what is listed is read, each line as it is. */
const linesTable = (file: string, reads: LineReads): Table => ({
  name: 'lines',
  file: { path: file, format: 'LineAsString', structure: 'line String' },
  timeColumn: null,
  timeBucket: null,
  guards: lineGuards(reads),
  read: (root: RowRoot, path: Path, type: Type): Value => {
    const head = reads.heads.find((each) => each.root === root && path.length === 1 && path[0] === each.key);
    if (head !== undefined) return headValue(head);
    const field = root === 'd' ? reads.fields.find((each) => samePlace(path, each)) : undefined;
    if (field === undefined)
      throw new TypeError(`expected a field that is read from lines, found $${root}.${path.join('.')}`);
    return readField(field, type);
  },
  cast: () => null,
  isOneOf: () => null,
  elements: () => null,
  compares: () => null,
  orderColumn: () => null,
  wordsIn: () => null,
  trees: [],
});

/**
 * A file of log records in place of the telemetry store, for plans of which `lineReads` says what they read from lines.
 * `file` is an absolute path without wildcards.
 */
export const linesStorage = (file: string, reads: LineReads): Storage => {
  const table = linesTable(file, reads);
  return { table: (dataset) => (dataset === 'logs' ? table : null) };
};
