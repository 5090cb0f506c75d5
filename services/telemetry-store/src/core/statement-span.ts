import { inSpan } from '@clearspan/instrumentation';
import type { QueryRequest, QueryResult, TelemetryStore } from '@clearspan/telemetry-store';
import { SpanKind } from '@opentelemetry/api';

const TEXT_CHARS_MAX = 4_096;

/** Runs a statement in a client span by the conventions for databases. */
export const tracedQuery = (
  store: Pick<TelemetryStore, 'query'>,
  collection: string,
  request: QueryRequest,
): Promise<QueryResult> =>
  inSpan(
    `SELECT ${collection}`,
    {
      kind: SpanKind.CLIENT,
      attributes: {
        'db.system.name': 'clickhouse',
        'db.namespace': 'otel',
        'db.collection.name': collection,
        'db.operation.name': 'SELECT',
        'db.query.text': request.sql.slice(0, TEXT_CHARS_MAX),
      },
    },
    async (span) => {
      const result = await store.query(request);
      span.setAttributes({
        'db.response.returned_rows': result.rows.length,
        'clearspan.scanned_rows': result.scannedRows,
        'clearspan.scanned_bytes': result.scannedBytes,
      });
      return result;
    },
  );
