import type { Path, RowRoot } from '../check/checked.ts';
import { NUMBER, OBJECT, type ScalarKind, SEVERITY, STRING, TIMESTAMP, type Type, UNKNOWN } from '../types/type.ts';
import { cast, toText } from './convert.ts';
import { flatKey, jsonAt } from './json-path.ts';
import { call, col, iff, infix, num, plain, SQL_NULL, str, subscript } from './sql-build.ts';
import type { SqlExpr } from './sql-tree.ts';
import type { Comparison, Table } from './storage.ts';
import { nothing } from './typed-null.ts';
import { type Value, value } from './value.ts';

const present = (column: string): SqlExpr => call('nullIf', col(column), str(''));
/** A label or text column: empty means absent. */
const TEXT_COLUMNS: ReadonlyMap<string, string> = new Map([
  ['m.logid', 'logid'],
  ['m.priorityclass', 'priorityclass'],
  ['l.applicationname', 'applicationname'],
  ['l.subsystemname', 'subsystemname'],
]);

const entry = (map: string, key: string): SqlExpr =>
  iff(call('mapContains', col(map), str(key)), subscript(col(map), str(key)), SQL_NULL);
const has = (map: string, key: string): SqlExpr => call('mapContains', col(map), str(key));
const at = (map: string, key: string): SqlExpr => subscript(col(map), str(key));

/** The keys of a path, when it passes through objects only: those leaves are in the flattened maps. */
const flat = (path: Path): string | null => {
  const keys = path.filter((key) => typeof key === 'string');
  return path.length === 0 || keys.length !== path.length ? null : flatKey(keys);
};

/**
 * A leaf of unknown type as JSON text: scalars from the maps, arrays and objects from the record's text, which is long
 * and so is left alone where only scalars are known.
 */
const dynamic = (key: string, path: Path, among: readonly ScalarKind[] | undefined): SqlExpr => {
  const arms = (kind: ScalarKind, map: string, json: SqlExpr): readonly SqlExpr[] =>
    among === undefined || among.includes(kind) ? [has(map, key), json] : [];
  return call(
    'multiIf',
    ...arms('string', 'd_str', call('toJSONString', at('d_str', key))),
    ...arms('number', 'd_num', call('toString', at('d_num', key))),
    ...arms('bool', 'd_bool', iff(at('d_bool', key), str('true'), str('false'))),
    among === undefined ? jsonAt(col('d_json'), path) : SQL_NULL,
  );
};

const readData = (path: Path, type: Type, among?: readonly ScalarKind[]): Value => {
  if (path.length === 0) return value(OBJECT, col('d_json'));
  const key = flat(path);
  if (key === null) return value(UNKNOWN, jsonAt(col('d_json'), path));
  switch (type.kind) {
    case 'string':
      return value(STRING, entry('d_str', key));
    case 'number':
      return value(NUMBER, entry('d_num', key));
    case 'bool':
      return value({ kind: 'bool' }, entry('d_bool', key));
    case 'array':
    case 'object':
      return value(UNKNOWN, jsonAt(col('d_json'), path));
    case 'interval':
    case 'null':
    case 'regexp':
    case 'severity':
    case 'timestamp':
    case 'unknown':
      return value(UNKNOWN, dynamic(key, path, among));
  }
};

const castData = (path: Path, type: Type): Value | null => {
  const key = flat(path);
  if (key === null) return null;
  const text = value(STRING, at('d_str', key));
  const number = value(NUMBER, at('d_num', key));
  switch (type.kind) {
    case 'number':
      return value(
        type,
        call(
          'multiIf',
          has('d_num', key),
          number.sql,
          has('d_str', key),
          cast(text, type).sql,
          has('d_bool', key),
          iff(at('d_bool', key), num(1), num(0)),
          SQL_NULL,
        ),
      );
    case 'bool':
      return value(
        type,
        call('multiIf', has('d_bool', key), at('d_bool', key), has('d_str', key), cast(text, type).sql, SQL_NULL),
      );
    case 'timestamp':
    case 'interval':
      return value(
        type,
        call('multiIf', has('d_str', key), cast(text, type).sql, has('d_num', key), cast(number, type).sql, SQL_NULL),
      );
    case 'array':
    case 'null':
    case 'object':
    case 'regexp':
    case 'severity':
    case 'string':
    case 'unknown':
      return null;
  }
};

/** All labels as one object, those that have a column of their own among them. */
const LABELS: SqlExpr = call(
  'JSONMergePatch',
  call('toJSONString', col('labels')),
  ...['applicationname', 'subsystemname'].map((key) =>
    iff(
      infix('=', col(key), str('')),
      str('{}'),
      call('concat', str(`{"${key}":`), call('toJSONString', col(key)), str('}')),
    ),
  ),
);

const METADATA = ['timestamp', 'severity', 'logid', 'templateid', 'priorityclass'];

/** All metadata as one object of texts; what is absent is left out. */
const metadata = (): SqlExpr =>
  call(
    'JSONMergePatch',
    ...METADATA.map((key) => {
      const text = toText(read('m', [key], UNKNOWN)).sql;
      const member = call('concat', str(`{"${key}":`), call('toJSONString', text), str('}'));
      return iff(call('isNull', text), str('{}'), member);
    }),
  );

const read: Table['read'] = (root, path, type, among) => {
  if (root === 'd') return readData(path, type, among);
  if (root === 'l' && path.length === 0) return value(OBJECT, LABELS);
  if (root === 'm' && path.length === 0) return value(OBJECT, metadata());
  const [key] = path;
  if (path.length !== 1 || typeof key !== 'string') return nothing(STRING);
  const column = TEXT_COLUMNS.get(`${root}.${key}`);
  if (column !== undefined) return value(STRING, present(column));
  if (root === 'l') return value(STRING, entry('labels', key));
  switch (key) {
    case 'timestamp':
      return value(TIMESTAMP, call('toUnixTimestamp64Nano', col('ts')));
    case 'severity':
      return value(SEVERITY, call('nullIf', col('severity'), { kind: 'plain', value: 0 }));
    case 'templateid':
      return value(STRING, call('nullIf', call('toString', col('templateid')), str('0')));
    default:
      return nothing(STRING);
  }
};

const oneOf = (sql: SqlExpr, literals: readonly string[]): SqlExpr =>
  literals.length === 1
    ? infix('=', sql, str(literals[0] ?? ''))
    : call('in', sql, call('tuple', ...literals.map(str)));

/** A missing key of a map reads as the empty text, so comparing with anything else needs no test for presence. */
const isOneOf = (root: RowRoot, path: Path, literals: readonly string[]): SqlExpr | null => {
  if (literals.length === 0 || literals.includes('')) return null;
  if (root === 'd') {
    const key = flat(path);
    return key === null ? null : oneOf(at('d_str', key), literals);
  }
  const [key] = path;
  if (path.length !== 1 || typeof key !== 'string') return null;
  const column = TEXT_COLUMNS.get(`${root}.${key}`);
  if (column !== undefined) return oneOf(col(column), literals);
  return root === 'l' ? oneOf(at('labels', key), literals) : null;
};

const isField = (root: RowRoot, path: Path, name: string): boolean =>
  path.length === 1 && `${root}.${path[0]}` === name;

/** Whether the comparison holds for the 0 that stands where there is nothing. */
const holdsForZero = (op: Comparison, constant: number): boolean => {
  switch (op) {
    case '=':
      return constant === 0;
    case '!=':
      return constant !== 0;
    case '<':
      return constant > 0;
    case '<=':
      return constant >= 0;
    case '>':
      return constant < 0;
    case '>=':
      return constant <= 0;
  }
};

/** Found by reading the record's text once; whether there is an array at all would take a second time. */
const elements = (root: RowRoot, path: Path): SqlExpr | null => {
  if (root !== 'd' || flat(path) === null) return null;
  return call('JSONExtractArrayRaw', col('d_json'), ...path.map((key) => str(String(key))));
};

const compares = (root: RowRoot, path: Path, op: Comparison, constant: number): SqlExpr | null => {
  const key = root === 'd' ? flat(path) : null;
  if (key !== null) return holdsForZero(op, constant) ? null : infix(op, at('d_num', key), num(constant));
  if (!isField(root, path, 'm.severity')) return null;
  const test = infix(op, col('severity'), plain(constant));
  return holdsForZero(op, constant) ? infix('AND', infix('!=', col('severity'), plain(0)), test) : test;
};

const orderColumn = (root: RowRoot, path: Path, descending: boolean): SqlExpr | null => {
  if (isField(root, path, 'm.timestamp')) return col('ts');
  // No severity is 0, which comes last in this direction only.
  return descending && isField(root, path, 'm.severity') ? col('severity') : null;
};

/** `ix_text` holds the words of all values of `d_str` in lower case. */
const wordsIn: Table['wordsIn'] = (root, path, words) => {
  const key = root === 'd' ? flat(path) : null;
  if (key === null || words.length === 0) return null;
  return {
    text: at('d_str', key),
    present: call('hasAllTokens', call('mapValues', col('d_str')), str(words.join(' '))),
  };
};

const part = (root: RowRoot, key: string, type: Type) => ({ root, path: [key], value: read(root, [key], type) });

/** Log records: `otel.logs`, whose `$d` is JSON text beside maps of its scalar leaves by type. */
export const LOGS_TABLE: Table = {
  name: 'otel.logs',
  timeColumn: 'ts',
  timeBucket: { column: call('toStartOfFiveMinutes', col('ts')), unitSeconds: 300 },
  read,
  cast: (root, path, type) => (root === 'd' ? castData(path, type) : null),
  isOneOf,
  elements,
  compares,
  orderColumn,
  wordsIn,
  trees: [
    part('m', 'timestamp', TIMESTAMP),
    part('m', 'severity', SEVERITY),
    part('m', 'logid', STRING),
    part('m', 'templateid', STRING),
    part('m', 'priorityclass', STRING),
    part('l', 'applicationname', STRING),
    part('l', 'subsystemname', STRING),
    { root: 'l', path: [], value: value(OBJECT, call('toJSONString', col('labels'))) },
    { root: 'd', path: [], value: value(OBJECT, col('d_json')) },
  ],
};
