import { inSpan } from '@clearspan/instrumentation';
import { type Attributes, type Span, SpanKind } from '@opentelemetry/api';
import { queries, queryDuration, slowQueries } from '../database-metrics.ts';
import type { Connection, Row, SqlValue } from './connection.ts';
import type { Dialect } from './dialect.ts';
import type { Statement } from './statement.ts';
import { isStatementError } from './statement-error.ts';

/** Told of a query that took longer than it may. */
export type OnSlow = (query: { readonly table: string; readonly ms: number }) => void;

export interface SessionDeps {
  readonly dialect: Dialect;
  readonly slowQueryMs: number;
  readonly onSlow: OnSlow;
}

export interface QueryOptions {
  readonly params?: readonly SqlValue[];
  /** Sees the span before it ends. */
  readonly onSpan?: (span: Span, rows: readonly Row[]) => void;
  /** The table that the query is slow for, when its plan is known. */
  readonly slowTable?: string | null;
}

/** A connection whose statements are spans, and are counted and timed. */
export interface Session {
  readonly dialect: Dialect;
  query(statement: Statement, options?: QueryOptions): Promise<readonly Row[]>;
  /** Closes the connection, whose state nobody else must find. */
  discard(): Promise<void>;
}

const QUERIES: ReadonlySet<Statement['operation']> = new Set(['SELECT', 'UPDATE']);

const attributesOf = (dialect: Dialect, { sql, operation, table }: Statement): Attributes => ({
  'db.system.name': dialect.system,
  'db.query.text': sql.replaceAll(/\s+/g, ' ').trim(),
  'db.operation.name': operation,
  'db.collection.name': table,
});

type Status = 'success' | 'not_found' | 'error';

/** Counts and times a statement that has ended, or could not be begun. */
export const countStatement = ({ operation, table }: Statement, status: Status, ms: number): void => {
  const labels = { operation: operation.toLowerCase(), table };
  queries.add(1, { ...labels, status });
  queryDuration.record(ms / 1_000, labels);
};

const statusOf = (statement: Statement, rows: readonly Row[]): Status =>
  statement.one && rows.length === 0 ? 'not_found' : 'success';

export const createSession = (connection: Connection, { dialect, slowQueryMs, onSlow }: SessionDeps): Session => {
  const timed = async (statement: Statement, { params, slowTable }: QueryOptions): Promise<readonly Row[]> => {
    const startMs = performance.now();
    let status: Status = 'error';
    try {
      const rows = await connection.query(statement.sql, params);
      status = statusOf(statement, rows);
      return rows;
    } finally {
      const ms = performance.now() - startMs;
      countStatement(statement, status, ms);
      if (QUERIES.has(statement.operation) && ms >= slowQueryMs) {
        const table = slowTable ?? statement.table;
        slowQueries.add(1, { table });
        onSlow({ table, ms });
      }
    }
  };
  return {
    dialect,
    query: (statement, options = {}) => {
      const settings = { kind: SpanKind.CLIENT, attributes: attributesOf(dialect, statement) };
      return inSpan(statement.span, settings, async (span) => {
        let rows: readonly Row[] = [];
        try {
          rows = await timed(statement, options);
          if (rows.length > 0) span.setAttribute('db.response.returned_rows', rows.length);
          return rows;
        } catch (error) {
          if (isStatementError(error)) span.setAttribute('error.type', error.statementCode);
          throw error;
        } finally {
          options.onSpan?.(span, rows);
        }
      });
    },
    discard: () => connection.close(),
  };
};
