import type { RowBatch } from '../row-binary/row-batch.ts';
import { type RowBuffer, writeBigInt64, writeText, writeUInt32, writeUInt64 } from '../row-binary/row-buffer.ts';

/** What stands at an end of an edge. */
export type NodeType = 'service' | 'database' | 'cache' | 'queue' | 'external';

/** Calls of one minute from one node to another. */
export interface Edge {
  /** Seconds since 1970 of its beginning. */
  readonly minute: number;
  readonly source: string;
  readonly sourceType: NodeType;
  readonly target: string;
  readonly targetType: NodeType;
  /** The product of the end that is no service, such as `postgresql`; empty where it is not known. */
  readonly system: string;
  /** Whole numbers; nanoseconds below 2^64. */
  readonly calls: bigint;
  readonly errors: bigint;
  readonly durationSum: bigint;
  readonly durationMax: bigint;
}

const HALF = 2n ** 32n;
const writeCount = (out: RowBuffer, value: bigint): void =>
  writeUInt64(out, Number(value % HALF), Number((value / HALF) % HALF));

/** Writes a row behind those of `otel.edges_1m`. */
export const appendEdgeRow = ({ edges_1m }: RowBatch, edge: Edge, computedMs: number): void => {
  const { buffer } = edges_1m;
  writeUInt32(buffer, edge.minute);
  for (const text of [edge.source, edge.sourceType, edge.target, edge.targetType, edge.system]) writeText(buffer, text);
  for (const count of [edge.calls, edge.errors, edge.durationSum, edge.durationMax]) writeCount(buffer, count);
  writeBigInt64(buffer, BigInt(computedMs));
  edges_1m.rows++;
};

/** Writes a row behind those of `otel.edge_minutes`: the edges of a minute were computed from so many spans. */
export const appendEdgeMinuteRow = (
  { edge_minutes }: RowBatch,
  minute: number,
  spans: bigint,
  computedMs: number,
): void => {
  const { buffer } = edge_minutes;
  writeUInt32(buffer, minute);
  writeCount(buffer, spans);
  writeBigInt64(buffer, BigInt(computedMs));
  edge_minutes.rows++;
};
