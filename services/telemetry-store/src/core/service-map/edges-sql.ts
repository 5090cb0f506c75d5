import { DATABASE, PEER_NAME, PEER_SYSTEM, PEER_TYPE, withinTime } from '@clearspan/telemetry-store';
import type { Minutes } from './plan-minutes.ts';

const MINUTE_S = 60;
/** A parent is looked for so long before its child, and a little after: clocks of two machines differ. */
const parentLookBackMinutes = 60;
const parentLookAheadMinutes = 1;
/** The other end of a call is looked for so long after its beginning. */
const childLookAheadMinutes = 5;

const at = (seconds: number): string => `toDateTime(${Math.trunc(seconds)}, 'UTC')`;
const within = (column: string, { from, to }: Minutes): string => `${column} >= ${at(from)} AND ${column} < ${at(to)}`;
const spansWithin = ({ from, to }: Minutes): string => withinTime(at(from), at(to));
const widened = ({ from, to }: Minutes, before: number, after: number): Minutes => ({
  from: from - before * MINUTE_S,
  to: to + after * MINUTE_S,
});

const NO_ID = "toFixedString('', 8)";
const MINUTE = 'toStartOfMinute(toDateTime(ts)) AS minute';
const FIGURES = `count() AS calls, countIf(status = 2) AS errors, sum(duration) AS duration_sum,
  max(duration) AS duration_max`;
const ends = (source: string, sourceType: string, target: string, targetType: string, system: string): string =>
  `${source} AS source, ${sourceType} AS source_type, ${target} AS target, ${targetType} AS target_type, ${system} AS system`;
const SERVICE = "'service'";
/** What is taken from a queue comes from the queue, not from who put it there. */
const FROM_QUEUE = `(kind = 5 AND (attrs['messaging.system'] != ''))`;

/** Calls from one service to another: a span below a span of another service. */
const betweenServices = (minutes: Minutes): string => {
  const parents = widened(minutes, parentLookBackMinutes, parentLookAheadMinutes);
  return `SELECT minute, ${ends('toString(parent.service)', SERVICE, 'toString(child.service)', SERVICE, "''")}, ${FIGURES}
FROM (SELECT trace_id, span_id, service FROM ${DATABASE}.spans WHERE ${spansWithin(parents)}) AS parent
INNER JOIN (SELECT ${MINUTE}, trace_id, parent_id, service, status, duration FROM ${DATABASE}.spans
  WHERE ${spansWithin(minutes)} AND parent_id != ${NO_ID} AND NOT ${FROM_QUEUE}) AS child
ON parent.trace_id = child.trace_id AND parent.span_id = child.parent_id
WHERE parent.service != child.service GROUP BY minute, source, target`;
};

/** Calls of what sends no spans of its own. A server's span below the call says that it does. */
const toPeers = (minutes: Minutes): string => {
  const served = `SELECT trace_id, parent_id FROM ${DATABASE}.spans
  WHERE ${spansWithin(widened(minutes, 0, childLookAheadMinutes))} AND kind IN (2, 5)`;
  return `SELECT ${MINUTE}, ${ends('toString(service)', SERVICE, PEER_NAME, PEER_TYPE, PEER_SYSTEM)}, ${FIGURES}
FROM ${DATABASE}.spans WHERE ${spansWithin(minutes)} AND kind IN (3, 4) AND target_type != ''
  AND (target_type != 'external' OR (trace_id, span_id) NOT IN (${served}))
GROUP BY minute, source, target, target_type, system`;
};

const fromQueues = (minutes: Minutes): string =>
  `SELECT ${MINUTE}, ${ends(PEER_NAME, "'queue'", 'toString(service)', SERVICE, PEER_SYSTEM)}, ${FIGURES}
FROM ${DATABASE}.spans WHERE ${spansWithin(minutes)} AND ${FROM_QUEUE} GROUP BY minute, source, target, system`;

/** In the order in which `readEdge` reads them. */
const READ =
  'toUnixTimestamp(minute), source, source_type, target, target_type, system, calls, errors, duration_sum, duration_max';

/** The edges that the spans of these minutes come to. */
export const computedEdgesSql = (minutes: Minutes): string =>
  `SELECT ${READ} FROM (
${[betweenServices(minutes), toPeers(minutes), fromQueues(minutes)].join('\nUNION ALL\n')})`;

/** The edges that were computed before. */
export const heldEdgesSql = (minutes: Minutes): string =>
  `SELECT ${READ} FROM ${DATABASE}.edges_1m FINAL
WHERE ${within('minute', minutes)} AND calls > 0`;

/** Minutes that have spans beyond those their edges were computed from, and how many they have now; newest first. */
export const touchedMinutesSql = (minutes: Minutes, minutesMax: number): string =>
  `SELECT toUnixTimestamp(minute), spans FROM (
  SELECT minute, sum(calls) AS spans FROM ${DATABASE}.red_1m WHERE ${within('minute', minutes)} GROUP BY minute) AS held
LEFT JOIN (
  SELECT minute, argMax(spans, computed) AS seen FROM ${DATABASE}.edge_minutes WHERE ${within('minute', minutes)} GROUP BY minute) AS noted
USING minute WHERE spans > seen ORDER BY minute DESC LIMIT ${minutesMax}`;
