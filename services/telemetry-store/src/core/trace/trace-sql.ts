import { DATABASE, withinTime } from '@clearspan/telemetry-store';

const ID = /^[0-9a-f]{32}$/;
const NO_ID = /^0+$/;

/** A trace id as the store writes it, or null when the text is none. */
export const parseTraceId = (text: string): string | null => {
  const id = text.toLowerCase();
  return ID.test(id) && !NO_ID.test(id) ? id : null;
};

// Keys and values apart: as a JSON object a map would lose the order that the kinds follow.
const map = (column: string): readonly string[] => [`mapKeys(${column})`, `mapValues(${column})`];
const maps = (column: string): readonly string[] => [
  `arrayMap(m -> mapKeys(m), ${column})`,
  `arrayMap(m -> mapValues(m), ${column})`,
];
/** Hexadecimal digits of all ids of a list in one text. */
const ids = (column: string): string => `hex(arrayStringConcat(${column}))`;

/** The id as the engine holds it. `traceId` is what `parseTraceId` gave: hexadecimal digits only. */
export const idLiteral = (traceId: string): string => `toFixedString(unhex('${traceId}'), 16)`;

/**
 * In the order in which `readSpanRow` reads them. As they are held wherever they can be: planning a function takes the
 * engine longer than working it out for the few spans of a trace takes us.
 */
const COLUMNS: readonly string[] = [
  'hex(span_id)',
  'hex(parent_id)',
  'service',
  'name',
  'kind',
  'ts',
  'toUnixTimestamp64Nano(ts)',
  'duration',
  'status',
  'status_message',
  'scope',
  ...map('attrs'),
  'attr_kinds',
  ...map('resource'),
  'resource_kinds',
  '`events.ts`',
  '`events.name`',
  ...maps('`events.attrs`'),
  '`events.attr_kinds`',
  ids('`links.trace_id`'),
  ids('`links.span_id`'),
  ...maps('`links.attrs`'),
  '`links.attr_kinds`',
];

/** When a trace began and ended, by what is folded from its spans. */
const BOUNDS = 'bounds';
const boundsOf = (traceId: string): string =>
  `(SELECT (min(start), max(end)) FROM ${DATABASE}.traces WHERE trace_id = ${idLiteral(traceId)}) AS ${BOUNDS}`;

/**
 * The spans of a trace by start. A span that a client sent twice, because an answer was lost, comes once.
 *
 * `within` says where they are looked for: `bounds` is the time of the trace as `otel.traces` has it, which leaves out
 * nearly all granules before the filter of ids is read; `anywhere` finds spans that have no row there too.
 */
export const traceSql = (traceId: string, spansMax: number, within: 'bounds' | 'anywhere'): string => {
  const [head, and] =
    within === 'bounds'
      ? [`WITH ${boundsOf(traceId)}\n`, ` AND ${withinTime(`${BOUNDS}.1`, `${BOUNDS}.2`, true)}`]
      : ['', ''];
  return `${head}SELECT ${COLUMNS.join(', ')} FROM ${DATABASE}.spans WHERE trace_id = ${idLiteral(traceId)}${and}
ORDER BY ts, span_id LIMIT 1 BY span_id, service, kind, ts LIMIT ${spansMax}`;
};
