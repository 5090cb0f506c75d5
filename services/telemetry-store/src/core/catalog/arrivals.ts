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
  /**
   * What was stored of a data set since the last call, or the newest of it; null where nothing was, `many` where the last
   * that came are more than are kept.
   */
  take(dataset: 'logs' | 'spans'): TableBatch | 'many' | null;
  /** Whether points of metrics were stored since the last call. */
  metricsCame(): boolean;
}

interface Held {
  readonly batches: TableBatch[];
  rows: number;
  bytes: number;
  many: boolean;
}

const nothing = (): Held => ({ batches: [], rows: 0, bytes: 0, many: false });

/** The newest batches that were stored since somebody asked for them. */
export const createArrivals = ({ arrivalRowsMax, arrivalBytesMax }: ArrivalLimits): Arrivals => {
  const held = { logs: nothing(), spans: nothing() };
  let metrics = false;

  const keep = (dataset: 'logs' | 'spans', batch: TableBatch): void => {
    // Copying as much as comes under load would cost more than to read the newest from the table when somebody asks.
    if (batch.rows > arrivalRowsMax || batch.bytes.length > arrivalBytesMax) {
      held[dataset] = { ...nothing(), many: true };
      return;
    }
    const of = held[dataset];
    // A copy: rows are lent, and their buffer is larger than they are.
    of.batches.push({ ...batch, bytes: new Uint8Array(batch.bytes) });
    of.rows += batch.rows;
    of.bytes += batch.bytes.length;
    while (of.rows > arrivalRowsMax || of.bytes > arrivalBytesMax) {
      const oldest = of.batches.shift();
      of.rows -= oldest?.rows ?? 0;
      of.bytes -= oldest?.bytes.length ?? 0;
    }
  };

  return {
    stored: (rows) => {
      for (const batch of tableBatches(rows))
        if (batch.table === 'logs' || batch.table === 'spans') keep(batch.table, batch);
        else if (batch.table === 'metric_series') metrics = true;
    },
    metricsCame: () => {
      const came = metrics;
      metrics = false;
      return came;
    },
    take: (dataset) => {
      const { batches, rows, many } = held[dataset];
      held[dataset] = nothing();
      if (many) return 'many';
      return rows === 0 ? null : { table: dataset, rows, bytes: Buffer.concat(batches.map(({ bytes }) => bytes)) };
    },
  };
};
