import type { Path, RowRoot } from '../check/checked.ts';
import { NUMBER, OBJECT, STRING, TIMESTAMP, type Type, UNKNOWN } from '../types/type.ts';
import { toJson, toText } from './convert.ts';
import { jsonAt } from './json-path.ts';
import { call, col, iff, infix, int, lambda, num, plain, SQL_NULL, str, subscript } from './sql-build.ts';
import type { SqlExpr } from './sql-tree.ts';
import type { Comparison, Table } from './storage.ts';
import { nothing } from './typed-null.ts';
import { type Value, value } from './value.ts';

const hexText = (column: string): SqlExpr => call('lower', call('hex', col(column)));
const nanos = (column: SqlExpr): SqlExpr => call('toUnixTimestamp64Nano', column);
const named = (column: string, names: readonly string[]): SqlExpr =>
  call(
    'multiIf',
    ...names.slice(1).flatMap((name, index) => [infix('=', col(column), plain(index + 1)), str(name)]),
    str(names[0] ?? ''),
  );
const KINDS = ['UNSPECIFIED', 'INTERNAL', 'SERVER', 'CLIENT', 'PRODUCER', 'CONSUMER'];
const STATUSES = ['UNSET', 'OK', 'ERROR'];

const PARENT: SqlExpr = iff(
  infix('=', col('parent_id'), call('toFixedString', str(''), plain(8))),
  str(''),
  hexText('parent_id'),
);
const DURATION: SqlExpr = infix('/', call('toFloat64', col('duration')), num(1000));
const START: SqlExpr = call('toFloat64', call('intDiv', nanos(col('ts')), int(1000n)));
const ATTRIBUTES: SqlExpr = call('toJSONString', col('attrs'));
const RESOURCE: SqlExpr = call('toJSONString', col('resource'));

/** JSON text of an object; the values are JSON texts. */
const object = (members: readonly (readonly [string, SqlExpr])[]): SqlExpr =>
  call(
    'concat',
    ...members.flatMap(([key, json], index) => [str(`${index === 0 ? '{' : ','}"${key}":`), json]),
    str('}'),
  );
const text = (sql: SqlExpr): SqlExpr => call('toJSONString', sql);

const EVENTS: SqlExpr = call(
  'concat',
  str('['),
  call(
    'arrayStringConcat',
    call(
      'arrayMap',
      lambda(
        ['t', 'n', 'a'],
        object([
          ['timestamp', call('toString', call('intDiv', nanos(col('t')), int(1000n)))],
          ['name', text(col('n'))],
          ['fields', call('toJSONString', col('a'))],
        ]),
      ),
      col('events.ts'),
      col('events.name'),
      col('events.attrs'),
    ),
    str(','),
  ),
  str(']'),
);
const PROCESS: SqlExpr = object([
  ['serviceName', text(col('service'))],
  ['tags', RESOURCE],
]);
const DATA: SqlExpr = object([
  ['traceID', text(hexText('trace_id'))],
  ['spanID', text(hexText('span_id'))],
  ['parentId', text(PARENT)],
  ['operationName', text(col('name'))],
  ['startTime', call('toString', START)],
  ['duration', call('toString', DURATION)],
  ['tags', ATTRIBUTES],
  ['process', PROCESS],
  ['logs', EVENTS],
]);
/** All labels as one object; an empty one is left out. */
const LABELS: SqlExpr = call(
  'JSONMergePatch',
  object([['operationName', text(col('name'))]]),
  ...[
    ['applicationName', 'application'] as const,
    ['subsystemName', 'subsystem'] as const,
    ['serviceName', 'service'] as const,
  ].map(([key, column]) => iff(infix('=', col(column), str('')), str('{}'), object([[key, text(col(column))]]))),
);

const METADATA: SqlExpr = call(
  'JSONMergePatch',
  object([
    ['timestamp', text(toText(value(TIMESTAMP, nanos(col('ts')))).sql)],
    ['duration', call('toString', DURATION)],
    ['kind', text(named('kind', KINDS))],
    ['statusCode', text(named('status', STATUSES))],
    ['traceId', text(hexText('trace_id'))],
  ]),
  iff(infix('=', col('status_message'), str('')), str('{}'), object([['statusMessage', text(col('status_message'))]])),
);

const TEXT = (sql: SqlExpr): Value => value(STRING, sql);
const FIELDS: ReadonlyMap<string, Value> = new Map<string, Value>([
  ['m.timestamp', value(TIMESTAMP, nanos(col('ts')))],
  ['m.duration', value(NUMBER, DURATION)],
  ['m.kind', TEXT(named('kind', KINDS))],
  ['m.statusCode', TEXT(named('status', STATUSES))],
  ['m.statusMessage', TEXT(call('nullIf', col('status_message'), str('')))],
  ['m.traceId', TEXT(hexText('trace_id'))],
  ['l.applicationName', TEXT(call('nullIf', col('application'), str('')))],
  ['l.subsystemName', TEXT(call('nullIf', col('subsystem'), str('')))],
  ['l.serviceName', TEXT(call('nullIf', col('service'), str('')))],
  ['l.operationName', TEXT(col('name'))],
  ['d.traceID', TEXT(hexText('trace_id'))],
  ['d.spanID', TEXT(hexText('span_id'))],
  ['d.parentId', TEXT(PARENT)],
  ['d.parentSpanID', TEXT(PARENT)],
  ['d.operationName', TEXT(col('name'))],
  ['d.duration', value(NUMBER, DURATION)],
  ['d.startTime', value(NUMBER, START)],
  ['d.tags', value(OBJECT, ATTRIBUTES)],
  ['d.process', value(OBJECT, PROCESS)],
  ['d.process.serviceName', TEXT(call('nullIf', col('service'), str('')))],
  ['d.process.tags', value(OBJECT, RESOURCE)],
  ['d.logs', value(UNKNOWN, EVENTS)],
  ['d', value(OBJECT, DATA)],
  ['l', value(OBJECT, LABELS)],
  ['m', value(OBJECT, METADATA)],
]);

/** `d.process.serviceName`; a key that holds a dot of its own names no field of the engine. */
const fieldName = (root: RowRoot, path: Path): string =>
  path.some((key) => typeof key === 'number' || key.includes('.')) ? '' : [root, ...path].join('.');

/** The map and key of an attribute: `$d.tags['k']`, `$d.process.tags['k']`. */
const attribute = (root: RowRoot, path: Path): { readonly map: string; readonly key: string } | null => {
  const key = path.at(-1);
  if (root !== 'd' || typeof key !== 'string') return null;
  if (path.length === 2 && path[0] === 'tags') return { map: 'attrs', key };
  return path.length === 3 && path[0] === 'process' && path[1] === 'tags' ? { map: 'resource', key } : null;
};

const read = (root: RowRoot, path: Path, _type: Type): Value => {
  const found = FIELDS.get(fieldName(root, path));
  if (found !== undefined) return found;
  const tag = attribute(root, path);
  if (tag !== null)
    return TEXT(iff(call('mapContains', col(tag.map), str(tag.key)), subscript(col(tag.map), str(tag.key)), SQL_NULL));
  if (root === 'd' && path[0] === 'logs') return value(UNKNOWN, jsonAt(EVENTS, path.slice(1)));
  return nothing(UNKNOWN);
};

const IDS: ReadonlyMap<string, readonly [column: string, digits: number]> = new Map([
  ['m.traceId', ['trace_id', 32]],
  ['d.traceID', ['trace_id', 32]],
  ['d.spanID', ['span_id', 16]],
  ['d.parentId', ['parent_id', 16]],
  ['d.parentSpanID', ['parent_id', 16]],
]);
const TEXT_COLUMNS: ReadonlyMap<string, string> = new Map([
  ['l.applicationName', 'application'],
  ['l.subsystemName', 'subsystem'],
  ['l.serviceName', 'service'],
  ['d.process.serviceName', 'service'],
  ['l.operationName', 'name'],
  ['d.operationName', 'name'],
]);

const oneOf = (sql: SqlExpr, options: readonly SqlExpr[]): SqlExpr =>
  options.length === 0
    ? { kind: 'bool', value: false }
    : options.length === 1
      ? infix('=', sql, options[0] ?? SQL_NULL)
      : call('in', sql, call('tuple', ...options));

/** Ids compare as bytes, so that their index is of use; text that is no id equals none. */
const idOneOf = (column: string, digits: number, literals: readonly string[]): SqlExpr => {
  const zero = '0'.repeat(digits);
  const isId = new RegExp(`^[0-9a-f]{${digits}}$`);
  const ids = literals.flatMap((literal) =>
    literal === '' && column === 'parent_id'
      ? [zero]
      : isId.test(literal) && !(column === 'parent_id' && literal === zero)
        ? [literal]
        : [],
  );
  return oneOf(
    col(column),
    ids.map((id) => call('toFixedString', call('unhex', str(id)), plain(digits / 2))),
  );
};

const CODES: ReadonlyMap<string, readonly [column: string, names: readonly string[]]> = new Map([
  ['m.kind', ['kind', KINDS]],
  ['m.statusCode', ['status', STATUSES]],
]);

/** Names compare as their codes; every code without a name of its own has the first. */
const codeOneOf = (column: string, names: readonly string[], literals: readonly string[]): SqlExpr => {
  const wanted = names.map((name) => literals.includes(name));
  const codes = (which: boolean): readonly SqlExpr[] =>
    wanted.flatMap((is, code) => (code > 0 && is === which ? [plain(code)] : []));
  return wanted[0] === true ? call('not', oneOf(col(column), codes(false))) : oneOf(col(column), codes(true));
};

const isOneOf = (root: RowRoot, path: Path, literals: readonly string[]): SqlExpr | null => {
  const name = fieldName(root, path);
  const id = IDS.get(name);
  if (id !== undefined) return idOneOf(id[0], id[1], literals);
  const codes = CODES.get(name);
  if (codes !== undefined) return codeOneOf(codes[0], codes[1], literals);
  if (literals.length === 0 || literals.includes('')) return null;
  const column = TEXT_COLUMNS.get(name);
  if (column !== undefined) return oneOf(col(column), literals.map(str));
  const tag = attribute(root, path);
  return tag === null ? null : oneOf(subscript(col(tag.map), str(tag.key)), literals.map(str));
};

const isDuration = (root: RowRoot, path: Path): boolean => ['m.duration', 'd.duration'].includes(fieldName(root, path));

/** 13 days. Beyond a few times of that doubles no longer tell one nanosecond from the next. */
const durationMicrosMax = 2 ** 50 / 1000;

/** The least duration in whole nanoseconds whose microseconds, as queries see them, pass the test. */
const leastDuration = (micros: number, passes: (of: number) => boolean): number => {
  let nanos = Math.max(0, Math.floor(micros * 1000) - 1);
  while (!passes(nanos / 1000)) nanos += 1;
  return nanos;
};

/** Durations compare as the whole nanoseconds they are stored in, so that their index is of use. */
const compares = (root: RowRoot, path: Path, op: Comparison, constant: number): SqlExpr | null => {
  if (!isDuration(root, path) || constant < 0 || constant > durationMicrosMax) return null;
  const from = leastDuration(constant, (of) => of >= constant);
  const above = leastDuration(constant, (of) => of > constant);
  const duration = (than: Comparison, nanos: number): SqlExpr => infix(than, col('duration'), plain(nanos));
  switch (op) {
    case '>=':
      return duration('>=', from);
    case '>':
      return duration('>=', above);
    case '<':
      return duration('<', from);
    case '<=':
      return duration('<', above);
    case '=':
      return infix('AND', duration('>=', from), duration('<', above));
    case '!=':
      return infix('OR', duration('<', from), duration('>=', above));
  }
};

const orderColumn = (root: RowRoot, path: Path): SqlExpr | null =>
  fieldName(root, path) === 'm.timestamp' ? col('ts') : isDuration(root, path) ? col('duration') : null;

const part = (root: RowRoot, ...path: readonly string[]) => ({ root, path, value: read(root, path, UNKNOWN) });

/** Spans: `otel.spans`. Ids are bytes, durations nanoseconds; DataPrime sees hexadecimal text and microseconds. */
export const SPANS_TABLE: Table = {
  name: 'otel.spans',
  timeColumn: 'ts',
  timeBucket: { column: call('toStartOfFiveMinutes', col('ts')), unitSeconds: 300 },
  read,
  cast: () => null,
  isOneOf,
  elements: () => null,
  compares,
  orderColumn,
  wordsIn: () => null,
  trees: [
    part('m', 'timestamp'),
    part('m', 'duration'),
    part('m', 'kind'),
    part('m', 'statusCode'),
    part('m', 'statusMessage'),
    part('m', 'traceId'),
    part('l', 'applicationName'),
    part('l', 'subsystemName'),
    part('l', 'serviceName'),
    part('l', 'operationName'),
    part('d', 'traceID'),
    part('d', 'spanID'),
    part('d', 'parentId'),
    part('d', 'operationName'),
    part('d', 'startTime'),
    part('d', 'duration'),
    part('d', 'tags'),
    part('d', 'process'),
    { root: 'd', path: ['logs'], value: toJson(value(UNKNOWN, EVENTS)) },
  ],
};
