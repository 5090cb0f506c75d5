import type { Path, RowRoot } from '../check/checked.ts';
import { NUMBER, OBJECT, STRING, type Type, UNKNOWN } from '../types/type.ts';
import { toText } from './convert.ts';
import { jsonAt } from './json-path.ts';
import { SPANS_TABLE } from './spans-table.ts';
import { call, col, iff, SQL_NULL, str } from './sql-build.ts';
import type { SqlExpr } from './sql-tree.ts';
import type { Storage, Table, TreePart } from './storage.ts';
import { type Value, value } from './value.ts';

/** `{"m", "l", "d"}` as they are written in the line of a file, but for the time; other text where there is no envelope. */
const ENVELOPE: SqlExpr = col('trace_state');
const HAS_ENVELOPE: SqlExpr = call('startsWith', ENVELOPE, str('{'));

const written = (root: RowRoot, path: Path): SqlExpr => jsonAt(ENVELOPE, [root, ...path]);
const writtenText = (name: string): SqlExpr => {
  const [root = '', ...path] = name.split('.');
  return toText(value(UNKNOWN, written(root as RowRoot, path))).sql;
};

const TRACE = ['d.traceID', 'd.traceId', 'm.traceId', 'd.trace_id'];
const PARENT = ['d.parentId', 'd.parentSpanID', 'd.parentSpanId'];
/** Fields the store keeps in a form of its own, and where their text stands. */
const TEXTS: ReadonlyMap<string, readonly string[]> = new Map([
  ['d.traceID', TRACE],
  ['d.spanID', ['d.spanID', 'd.spanId', 'm.spanId', 'd.span_id']],
  ['d.parentId', PARENT],
  ['d.parentSpanID', PARENT],
]);
const NUMBERS: ReadonlySet<string> = new Set(['d.duration', 'd.startTime']);
/** The store has names for what is not told; the envelope has none. */
const TOLD: ReadonlyMap<string, readonly string[]> = new Map([
  ['m.traceId', ['m.traceId']],
  ['l.applicationName', ['l.applicationName']],
  ['l.subsystemName', ['l.subsystemName']],
  ['l.serviceName', ['l.serviceName', 'd.process.serviceName']],
  ['d.process.serviceName', ['d.process.serviceName', 'l.serviceName']],
]);
/** Fields that are the same in a column as in the envelope; so are attributes, which are text. */
const IN_COLUMNS: ReadonlySet<string> = new Set([
  'm.timestamp',
  'm.duration',
  'm.statusMessage',
  'l.operationName',
  'd.operationName',
]);

const nameOf = (root: RowRoot, path: Path): string => [root, ...path].join('.');
const isAttribute = (root: RowRoot, path: Path): boolean =>
  root === 'd' && ((path.length === 2 && path[0] === 'tags') || (path.length === 3 && path[1] === 'tags'));

/** What the store has in place of a word that is not told. */
const UNTOLD: ReadonlyMap<string, string> = new Map([
  ['m.kind', 'UNSPECIFIED'],
  ['m.statusCode', 'UNSET'],
]);

/** A word as it is written, else what the store makes of a number or an attribute. */
const word = (root: RowRoot, path: Path, stored: Value, untold: string): SqlExpr => {
  const json = written(root, path);
  return call(
    'coalesce',
    iff(call('startsWith', json, str('"')), call('JSONExtractString', json), SQL_NULL),
    iff(HAS_ENVELOPE, call('nullIf', stored.sql, str(untold)), stored.sql),
  );
};

/** All metadata, the time with it, which the text of the envelope lacks. */
const metadata = (stored: Value): SqlExpr => {
  const time = call('concat', str('{"timestamp":'), call('JSONExtractRaw', stored.sql, str('timestamp')), str('}'));
  // The engine may look at both arms of a choice: what is merged must be an object where there is no envelope, too.
  const rest = iff(HAS_ENVELOPE, call('JSONExtractRaw', ENVELOPE, str('m')), str('{}'));
  return iff(HAS_ENVELOPE, call('JSONMergePatch', time, rest), stored.sql);
};

const read = (root: RowRoot, path: Path, type: Type): Value => {
  const stored = SPANS_TABLE.read(root, path, type);
  const name = nameOf(root, path);
  const texts = TEXTS.get(name);
  if (texts !== undefined) return value(STRING, call('coalesce', ...texts.map(writtenText), stored.sql));
  const untold = UNTOLD.get(name);
  if (untold !== undefined) return value(STRING, word(root, path, stored, untold));
  const told = TOLD.get(name);
  if (told !== undefined)
    return value(STRING, iff(HAS_ENVELOPE, call('coalesce', ...told.map(writtenText)), stored.sql));
  if (NUMBERS.has(name)) {
    const number = call('toFloat64OrNull', call('ifNull', writtenText(name), str('')));
    return value(NUMBER, call('ifNull', number, stored.sql));
  }
  if (IN_COLUMNS.has(name) || isAttribute(root, path)) return stored;
  if (root === 'l' && path.length > 0) return value(STRING, writtenText(name));
  if (name === 'm') return value(OBJECT, metadata(stored));
  if (stored.type.kind === 'object') return value(OBJECT, call('ifNull', written(root, path), stored.sql));
  return value(UNKNOWN, call('ifNull', written(root, path), stored.sql));
};

/** Whether a column does not say it. */
const isRead = (root: RowRoot, path: Path): boolean =>
  [TEXTS, NUMBERS, TOLD, UNTOLD].some((names) => names.has(nameOf(root, path)));

/** What the store makes of a span, where no envelope says how the row looks. */
const storedPart = ({ root, path, value: part }: TreePart): TreePart =>
  root === 'm' && path[0] === 'timestamp'
    ? { root, path, value: part }
    : { root, path, value: value(part.type, iff(HAS_ENVELOPE, SQL_NULL, part.sql)) };
const writtenPart = (root: RowRoot): TreePart => ({
  root,
  path: [],
  value: value(OBJECT, iff(HAS_ENVELOPE, call('JSONExtractRaw', ENVELOPE, str(root)), str('{}'))),
});

/** Spans of files: `otel.spans`, where those that came as envelopes look as they are written. */
const WRITTEN_SPANS_TABLE: Table = {
  ...SPANS_TABLE,
  read,
  isOneOf: (root, path, literals) => (isRead(root, path) ? null : SPANS_TABLE.isOneOf(root, path, literals)),
  compares: (root, path, op, constant) => (isRead(root, path) ? null : SPANS_TABLE.compares(root, path, op, constant)),
  orderColumn: (root, path, descending) =>
    isRead(root, path) ? null : SPANS_TABLE.orderColumn(root, path, descending),
  trees: [...SPANS_TABLE.trees.map(storedPart), writtenPart('m'), writtenPart('l'), writtenPart('d')],
};

/** `storage` with spans that came from files. */
export const writtenStorage = (storage: Storage): Storage => ({
  table: (dataset) => (dataset === 'spans' ? WRITTEN_SPANS_TABLE : storage.table(dataset)),
});
