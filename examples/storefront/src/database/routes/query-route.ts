import type { ServiceApp } from '@clearspan/service-kit';
import type { Span } from '@opentelemetry/api';
import { z } from 'zod';
import type { Statement } from '../sql/statement.ts';
import { type RouteDeps, withSession } from './with-session.ts';

const ROWS_MAX = 20;
const STATE = 'open';

// Subqueries and not a join: of twenty orders they look at a handful of lines, or each at all there are.
const NEWEST_ORDERS = `
  SELECT orders.id AS order_id, orders.user_id, orders.created_at,
    (SELECT COUNT(*) FROM order_lines WHERE order_lines.order_id = orders.id) AS lines,
    (SELECT SUM(quantity * unit_cents) FROM order_lines WHERE order_lines.order_id = orders.id) AS total_cents
  FROM orders WHERE orders.state = $1
  ORDER BY orders.created_at DESC LIMIT ${ROWS_MAX}`;

const EXECUTION: Statement = { span: 'query_execution', operation: 'SELECT', table: 'orders', sql: NEWEST_ORDERS };

const newestOrders = z.object({
  database: z.enum(['sqlite', 'postgresql']),
  timestamp: z.string(),
  rows: z.number(),
  data: z.array(
    z.object({
      order_id: z.number(),
      user_id: z.number(),
      created_at: z.string(),
      lines: z.number(),
      total_cents: z.number(),
    }),
  ),
});

/** The first table that a plan reads as a whole. */
const scannedTable = (plan: string): string | null => /(?:SCAN|Seq Scan on) (\w+)/.exec(plan)?.[1] ?? null;

/** The newest open orders, with their lines and totals: what the home page is made of. */
export const queryRoute = (app: ServiceApp, deps: RouteDeps): void => {
  const { dialect, board, now } = deps;
  const planning: Statement = {
    span: 'query_planning',
    operation: 'EXPLAIN',
    table: 'orders',
    sql: dialect.explain(NEWEST_ORDERS),
  };
  const config = { span: 'database_query' };
  app.get('/db/query', { config, schema: { response: { 200: newestOrders } } }, (request) =>
    withSession(deps, request, EXECUTION, async (session) => {
      // It may be switched off while the query runs without its index.
      const fault = board.running('slow_query');
      let plan = '';
      const tell = (span: Span): void => {
        span.setAttribute('db.query.plan', plan);
        fault?.mark(span);
      };
      await session.query(planning, {
        params: [STATE],
        onSpan: (span, rows) => {
          plan = dialect.planOf(rows);
          tell(span);
        },
      });
      const data = await session.query(EXECUTION, { params: [STATE], onSpan: tell, slowTable: scannedTable(plan) });
      type Data = z.infer<typeof newestOrders>['data'];
      const timestamp = now().toISOString();
      return { database: dialect.system, timestamp, rows: data.length, data: data as unknown as Data };
    }),
  );
};
