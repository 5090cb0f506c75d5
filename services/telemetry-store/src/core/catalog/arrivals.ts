import { type RowBatch, type TableBatch, tableBatches } from '@clearspan/telemetry-store';

export interface ArrivalLimits {
  /** Records of a data set that are kept until the catalog is read. */
  readonly arrivalRowsMax: number;
  /** Bytes of them. */
  readonly arrivalBytesMax: number;
}

export interface Arrivals {
  /** Keeps what was just stored, in place of the oldest that it has no room for. */
  stored(rows: RowBatch): void;
  /** What was stored of a data set since the last call, or the newest of it; null where nothing was. */
  take(dataset: 'logs' | 'spans'): TableBatch | null;
  /** Whether points of metrics were stored since the last call. */
  metricsCame(): boolean;
}

interface Held {
  readonly batches: TableBatch[];
  rows: number;
  bytes: number;
}

const nothing = (): Held => ({ batches: [], rows: 0, bytes: 0 });

/** The newest batches that were stored since somebody asked for them. */
export const createArrivals = ({ arrivalRowsMax, arrivalBytesMax }: ArrivalLimits): Arrivals => {
  const held = { logs: nothing(), spans: nothing() };
  let metrics = false;

  const keep = (of: Held, batch: TableBatch): void => {
    // A copy: rows are lent, and their buffer is larger than they are.
    of.batches.push({ ...batch, bytes: new Uint8Array(batch.bytes) });
    of.rows += batch.rows;
    of.bytes += batch.bytes.length;
    while (of.batches.length > 1 && (of.rows > arrivalRowsMax || of.bytes > arrivalBytesMax)) {
      const oldest = of.batches.shift();
      of.rows -= oldest?.rows ?? 0;
      of.bytes -= oldest?.bytes.length ?? 0;
    }
  };

  return {
    stored: (rows) => {
      for (const batch of tableBatches(rows))
        if (batch.table === 'logs' || batch.table === 'spans') keep(held[batch.table], batch);
        else if (batch.table === 'metric_series') metrics = true;
    },
    metricsCame: () => {
      const came = metrics;
      metrics = false;
      return came;
    },
    take: (dataset) => {
      const { batches, rows } = held[dataset];
      held[dataset] = nothing();
      return rows === 0 ? null : { table: dataset, rows, bytes: Buffer.concat(batches.map(({ bytes }) => bytes)) };
    },
  };
};
