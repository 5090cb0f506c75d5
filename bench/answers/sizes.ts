import type { Engine } from '../executed/engine.ts';

/** Bytes on disk for each record: of the tables that hold them, and of what is folded from spans. */
export const printSizes = async (engine: Engine): Promise<void> => {
  const rows = await engine.rows(
    `SELECT table, sum(rows), sum(bytes_on_disk), sum(data_uncompressed_bytes) FROM system.parts WHERE active AND database = 'otel' GROUP BY table HAVING sum(rows) > 0 ORDER BY table`,
  );
  const figures = new Map(rows.map(([table, ...numbers]) => [String(table), numbers.map(Number)]));
  const of = (table: string): readonly number[] => figures.get(table) ?? [0, 0, 0];
  const [spans = 0] = of('spans');
  const perSpan = ['spans', 'traces', 'red_1m', 'edges_1m', 'edge_minutes'].map((table) => {
    const [, bytes = 0] = of(table);
    return { table, each: bytes / spans };
  });
  const [logs = 0, logBytes = 0, logPlain = 0] = of('logs');
  const [, spanBytes = 0, spanPlain = 0] = of('spans');
  const total = perSpan.reduce((sum, { each }) => sum + each, 0);
  console.log(
    `bytes on disk of a span ${total.toFixed(1)}: ${perSpan.map(({ table, each }) => `${table} ${each.toFixed(1)}`).join(', ')}; compressed ${(spanPlain / spanBytes).toFixed(1)} times`,
  );
  console.log(
    `bytes on disk of a log record ${(logBytes / logs).toFixed(1)}; compressed ${(logPlain / logBytes).toFixed(1)} times`,
  );
};
