import {
  appendEdgeMinuteRow,
  appendEdgeRow,
  createRowBatch,
  type Edge,
  type NodeType,
  type QueryLimits,
  type TelemetryStore,
  tableBatches,
} from '@clearspan/telemetry-store';
import { computedEdgesSql, heldEdgesSql, touchedMinutesSql } from './edges-sql.ts';
import { type Minutes, planMinutes } from './plan-minutes.ts';

export interface EdgeLimits extends Omit<QueryLimits, 'rows'> {
  /** Minutes computed at one time. */
  readonly minutesMax: number;
  /** Minutes computed by one statement. */
  readonly rangeMinutesMax: number;
  /** Edges of the minutes of one statement. */
  readonly edgesMax: number;
  /** Minutes that are looked at for new spans. */
  readonly touchedMinutesMax: number;
}

/** Time and name of the process are in the token: two processes may compute different edges at the same time. */
export interface Round {
  readonly nowMs: number;
  readonly name: string;
}

type Store = Pick<TelemetryStore, 'query' | 'insert'>;

const readEdge = (row: readonly unknown[]): Edge => {
  const [minute, source, sourceType, target, targetType, system, calls, errors, durationSum, durationMax] = row;
  return {
    minute: Number(minute),
    source: String(source),
    sourceType: sourceType as NodeType,
    target: String(target),
    targetType: targetType as NodeType,
    system: String(system),
    calls: BigInt(calls as string),
    errors: BigInt(errors as string),
    durationSum: BigInt(durationSum as string),
    durationMax: BigInt(durationMax as string),
  };
};

const keyOf = ({ minute, source, sourceType, target, targetType, system }: Edge): string =>
  JSON.stringify([minute, source, sourceType, target, targetType, system]);

const NONE = { calls: 0n, errors: 0n, durationSum: 0n, durationMax: 0n } as const;

/** What is to be written of a range: its edges as they are now, and those that are no more with 0 calls. */
const changedEdges = (computed: readonly Edge[], held: readonly Edge[]): readonly Edge[] => {
  const now = new Set(computed.map(keyOf));
  return [...computed, ...held.filter((edge) => !now.has(keyOf(edge))).map((edge) => ({ ...edge, ...NONE }))];
};

/**
 * Brings the edges of these minutes up to the spans held, as far as the limits allow: the number of minutes that are
 * still behind. Repeating it, or dying in the middle, does no harm: a minute is noted as done after its edges are in.
 */
export const refreshEdges = async (
  store: Store,
  window: Minutes,
  { minutesMax, rangeMinutesMax, edgesMax, touchedMinutesMax, ...limits }: EdgeLimits,
  { nowMs, name }: Round,
  signal?: AbortSignal,
): Promise<number> => {
  const read = async (sql: string, rows: number): Promise<readonly (readonly unknown[])[]> =>
    (await store.query({ sql, limits: { ...limits, rows }, signal })).rows;
  const touched = (await read(touchedMinutesSql(window, touchedMinutesMax), touchedMinutesMax)).map(
    ([minute, spans]) => ({
      minute: Number(minute),
      spans: BigInt(spans as string),
    }),
  );
  const { ranges, done, pending } = planMinutes(touched, minutesMax, rangeMinutesMax);
  const batch = createRowBatch();
  for (const range of ranges) {
    const computed = (await read(computedEdgesSql(range), edgesMax)).map(readEdge);
    const held = (await read(heldEdgesSql(range), edgesMax)).map(readEdge);
    for (const edge of changedEdges(computed, held)) appendEdgeRow(batch, edge, nowMs);
  }
  for (const { minute, spans } of done) appendEdgeMinuteRow(batch, minute, spans, nowMs);
  // The edges come first among the tables: minutes are noted when they are in.
  for (const rows of tableBatches(batch)) await store.insert(rows, `edges-${name}-${nowMs}`);
  return pending;
};
