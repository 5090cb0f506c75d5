import type { LogColumn, SpanColumn } from '@clearspan/telemetry-store';

/** The day the records are of: the last record is made just before `END`. */
export const END_SECONDS = 1_780_358_400;
export const DAY_SECONDS = 86_400;

/** Which records: `from` to `to`, counted from 0, of `total`. */
export interface Slice {
  readonly from: number;
  readonly to: number;
  readonly total: number;
}

/** A whole number from 0 to `below` - 1 that depends on the record and the salt only. */
const dice = (salt: number, below: number): string => `(cityHash64(number, ${salt}) % ${below})`;
/** From 0 to 1, neither included. */
const share = (salt: number): string => `((cityHash64(number, ${salt}) % 1000000007 + 0.5) / 1000000007)`;
const list = (texts: readonly string[]): string => `[${texts.map((text) => `'${text}'`).join(', ')}]`;
const pick = (texts: readonly string[], index: string): string => `${list(texts)}[${index} + 1]`;
const bytes = (salt: number, digits: 16 | 32, of = 'number'): string =>
  digits === 16
    ? `reinterpret(cityHash64(${of}, ${salt}), 'FixedString(8)')`
    : `toFixedString(unhex(concat(hex(cityHash64(${of}, ${salt})), leftPad(hex(cityHash64(${of}, ${salt + 1})), 16, '0'))), 16)`;
const instant = ({ total }: Slice): string =>
  `fromUnixTimestamp64Nano(toInt64(${END_SECONDS - DAY_SECONDS}000000000 + number * ${Math.floor((DAY_SECONDS * 1e9) / total)}), 'UTC')`;
const member = (key: string, json: string): string => `'"${key}":', ${json}`;
const quoted = (text: string): string => `'"', ${text}, '"'`;
const truth = (condition: string): string => `if(${condition}, 'true', 'false')`;

export const SERVICES = ['checkout', 'cart', 'payments', 'search', 'inventory', 'gateway', 'auth', 'mail'] as const;
const TEAMS = ['shop', 'shop', 'money', 'find', 'shop', 'edge', 'edge', 'post'];
const ROUTES = [
  '/api/cart',
  '/api/checkout',
  '/api/items/:id',
  '/api/login',
  '/health',
  '/api/search',
  '/api/orders',
  '/api/users/:id',
];
const METHODS = ['GET', 'GET', 'GET', 'POST', 'PUT'];
const REGIONS = ['eu-1', 'eu-2', 'us-1', 'us-2', 'ap-1'];
const STATUSES = '[200, 200, 200, 200, 200, 200, 200, 201, 204, 304, 400, 401, 404, 429, 500, 503]';
const KINDS = ['Timeout', 'ConnectionReset', 'CardDeclined', 'OutOfStock'];

/** Parts of a log record that several columns repeat. */
const LOG_PARTS: readonly (readonly [string, string])[] = [
  ['svc', dice(1, SERVICES.length)],
  ['service', pick(SERVICES, 'svc')],
  ['route', pick(ROUTES, dice(2, ROUTES.length))],
  ['method', pick(METHODS, dice(3, METHODS.length))],
  ['status', `${STATUSES}[${dice(4, 16)} + 1]`],
  ['cached', `${dice(5, 10)} < 3`],
  ['user', `concat('u-', toString(${dice(6, 40_000)}))`],
  // Most values are small and a few very large, as durations are.
  ['ms', `round(-log(${share(7)}) * 80, 2)`],
  ['region', pick(REGIONS, dice(8, REGIONS.length))],
  ['pod', `concat('pod-', toString(${dice(9, 40)}))`],
  ['request', `lower(hex(cityHash64(number, 10)))`],
  ['upstream', pick(SERVICES, dice(11, SERVICES.length))],
  ['failed', `status >= 500`],
  ['kind', pick(KINDS, dice(12, KINDS.length))],
  ['retryable', `${dice(13, 2)} = 1`],
  ['attempt', `${dice(14, 5)} + 1`],
  // The same key holds a number in some records and text in others.
  ['code_is_text', `${dice(15, 10)} < 2`],
  ['code', dice(16, 12)],
  [
    'msg',
    `multiIf(
      failed AND ${dice(17, 3)} = 0, concat('timeout while calling upstream ', upstream, ' after ', toString(ms), 'ms, attempt ', toString(attempt)),
      failed, concat('request ', request, ' failed: ', kind, ' in ', service),
      ${dice(18, 50)} = 0, concat('connection pool exhausted: ', toString(${dice(19, 32)}), ' of 32 in use, waiting for ', pod),
      ${dice(20, 20)} = 0, concat('cache miss for key cart:', user, ' in ', region),
      ${dice(21, 20)} = 0, concat('user ', user, ' logged in from ', region),
      ${dice(22, 1000)} = 0, concat('deadlock detected on table orders, transaction ', request, ' rolled back'),
      concat(method, ' ', route, ' finished with ', toString(status), ' in ', toString(ms), 'ms'))`,
  ],
  ['tags', `if(${dice(23, 2)} = 0, ['blue', region], ['green'])`],
  ['trace', `${bytes(24, 32, 'intDiv(number, 4)')}`],
  ['span', bytes(26, 16)],
];

const LOG_JSON: string = `concat('{', ${[
  member('msg', quoted('msg')),
  member('request_id', quoted('request')),
  member(
    'http',
    `'{', ${member('method', quoted('method'))}, ',', ${member('route', quoted('route'))}, ',', ${member('status', 'toString(status)')}, ',', ${member('cached', truth('cached'))}, '}'`,
  ),
  member(
    'user',
    `'{', ${member('id', quoted('user'))}, ',', ${member('plan', quoted(`if(${dice(6, 40_000)} < 4000, 'paid', 'free')`))}, '}'`,
  ),
  member('duration_ms', 'toString(ms)'),
  member('region', quoted('region')),
  member('k8s.pod', quoted('pod')),
  member('attempt', 'toString(attempt)'),
  member('code', `if(code_is_text, concat('"E', toString(code), '"'), toString(code))`),
  member('tags', `toJSONString(tags)`),
].join(
  ", ',', ",
)}, if(failed, concat(',"error":{"kind":"', kind, '","retryable":', ${truth('retryable')}, '}'), ''), '}')`;

const LOG_STRINGS: string = `mapFromArrays(
  arrayConcat(['msg', 'request_id', 'http.method', 'http.route', 'user.id', 'user.plan', 'region', 'k8s\\\\.pod'], if(code_is_text, ['code'], []), if(failed, ['error.kind'], [])),
  arrayConcat([msg, request, method, route, user, if(${dice(6, 40_000)} < 4000, 'paid', 'free'), region, pod], if(code_is_text, [concat('E', toString(code))], []), if(failed, [kind], [])))`;
const LOG_NUMBERS: string = `mapFromArrays(
  arrayConcat(['http.status', 'duration_ms', 'attempt'], if(code_is_text, [], ['code'])),
  arrayConcat([toFloat64(status), ms, toFloat64(attempt)], if(code_is_text, [], [toFloat64(code)])))`;
const LOG_BOOLS: string = `mapFromArrays(arrayConcat(['http.cached'], if(failed, ['error.retryable'], [])), arrayConcat([cached], if(failed, [retryable], [])))`;

const logColumns = (slice: Slice): Readonly<Record<LogColumn, string>> => ({
  ts: instant(slice),
  observed_ts: `${instant(slice)} + toIntervalMillisecond(${dice(27, 900)})`,
  severity: `multiIf(status >= 500, if(${dice(28, 20)} = 0, 6, 5), status >= 400, 4, ${dice(29, 5)} = 0, 1, 3)`,
  severity_number: '[0, 5, 1, 9, 13, 17, 21][severity + 1]',
  logid: `lower(hex(cityHash64(number, 30)))`,
  templateid: `cityHash64(substring(msg, 1, 8))`,
  priorityclass: `'high'`,
  applicationname: pick(TEAMS, 'svc'),
  subsystemname: 'service',
  labels: `map('computername', concat('host-', toString(${dice(9, 40)} % 12)), 'category', if(failed, 'fault', 'access'))`,
  trace_id: 'trace',
  span_id: 'span',
  d_json: LOG_JSON,
  d_str: LOG_STRINGS,
  d_num: LOG_NUMBERS,
  d_bool: LOG_BOOLS,
});

const SPANS_OF_TRACE = 8;

const SPAN_PARTS: readonly (readonly [string, string])[] = [
  ['place', `number % ${SPANS_OF_TRACE}`],
  ['svc', `if(place = 0, 5, ${dice(41, SERVICES.length)})`],
  ['route', pick(ROUTES, dice(42, ROUTES.length))],
  ['method', pick(METHODS, dice(43, METHODS.length))],
  ['http', `${STATUSES}[${dice(44, 16)} + 1]`],
  ['is_db', `place % 4 = 3`],
  ['failed', 'http >= 500'],
  ['pod', `concat('pod-', toString(${dice(45, 40)}))`],
  ['nanos', `toUInt64(-log(${share(46)}) * 40000000) + 20000`],
];

const ROUTED: string = `arrayConcat(['http.request.method', 'http.route', 'http.response.status_code'], if(failed, ['otel.status_code', 'error'], []))`;

const spanColumns = (slice: Slice): Readonly<Record<SpanColumn, string>> => ({
  ts: instant(slice),
  duration: 'nanos',
  trace_id: bytes(47, 32, `intDiv(number, ${SPANS_OF_TRACE})`),
  span_id: bytes(49, 16),
  parent_id: `if(place = 0, toFixedString('', 8), ${bytes(49, 16, 'number - 1')})`,
  service: pick(SERVICES, 'svc'),
  name: `if(is_db, concat('SELECT ', ${pick(['orders', 'items', 'users'], dice(50, 3))}), concat(method, ' ', route))`,
  kind: `if(is_db, 3, if(place % 2 = 0, 2, 3))`,
  status: 'if(failed AND NOT is_db, 2, 0)',
  status_message: `if(failed AND NOT is_db, 'internal error', '')`,
  application: pick(TEAMS, 'svc'),
  subsystem: pick(SERVICES, 'svc'),
  flags: '1',
  trace_state: `''`,
  resource: `map('service.name', ${pick(SERVICES, 'svc')}, 'service.version', concat('1.', toString(svc)), 'k8s.pod.name', pod, 'deployment.environment.name', 'production')`,
  resource_kinds: `'ssss'`,
  attrs: `if(is_db, map('db.system', 'postgresql', 'db.namespace', 'shop'), mapFromArrays(${ROUTED}, arrayConcat([method, route, toString(http)], if(failed, ['ERROR', 'true'], []))))`,
  attr_kinds: `multiIf(is_db, 'ss', failed, 'ssixx', 'ssi')`,
  'events.ts': `if(failed AND NOT is_db, [${instant(slice)}], [])`,
  'events.name': `if(failed AND NOT is_db, ['exception'], [])`,
  'events.attrs': `if(failed AND NOT is_db, [map('exception.type', 'Timeout')], [])`,
  'events.attr_kinds': `if(failed AND NOT is_db, ['s'], [])`,
  'links.trace_id': '[]',
  'links.span_id': '[]',
  'links.trace_state': '[]',
  'links.attrs': '[]',
  'links.attr_kinds': '[]',
  scope: `'http'`,
  scope_version: `'1.0.0'`,
  scope_attrs: 'map()',
  scope_attr_kinds: `''`,
  dropped_attrs: '0',
  dropped_events: '0',
  dropped_links: '0',
});

const insert = (
  table: string,
  columns: Readonly<Record<string, string>>,
  parts: readonly (readonly [string, string])[],
  { from, to }: Slice,
): string => {
  const names = Object.keys(columns);
  const withs = parts.map(([name, expr]) => `${expr} AS ${name}`).join(', ');
  // Aliases of one SELECT share their work, however often a column names them.
  return `INSERT INTO otel.${table} (${names.map((name) => `\`${name}\``).join(', ')})
WITH ${withs}
SELECT ${names.map((name) => `${columns[name]} AS ${name === 'severity' ? 'severity' : `\`_${name}\``}`).join(', ')}
FROM numbers(${from}, ${to - from})`;
};

/** Rows as the store's own writers fill them: `d_json` and the three maps say the same. */
export const insertLogs = (slice: Slice): string => insert('logs', logColumns(slice), LOG_PARTS, slice);
export const insertSpans = (slice: Slice): string => insert('spans', spanColumns(slice), SPAN_PARTS, slice);
