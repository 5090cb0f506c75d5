import type { TraceSearchQuery } from '@clearspan/contracts';
import { quote } from '@clearspan/dataprime';
import { type Conditioned, conditioned, JOINED } from '../query/one-condition.ts';

const STATUS = { unset: 'UNSET', ok: 'OK', error: 'ERROR' } as const;
const ORDERS = { newest: 'newest desc', slowest: 'longest desc' } as const;
const GROUPED =
  'groupby $m.traceId as trace_id aggregate count() as matched, max($m.duration) as longest, max($m.timestamp) as newest';

const conditions = (asked: Omit<TraceSearchQuery, 'from' | 'to' | 'filter' | 'order' | 'limit'>): readonly string[] =>
  [
    asked.service === undefined ? null : `$l.serviceName == ${quote(asked.service)}`,
    asked.operation === undefined ? null : `$l.operationName == ${quote(asked.operation)}`,
    asked.status === undefined ? null : `$m.statusCode == '${STATUS[asked.status]}'`,
    asked.min_duration_us === undefined ? null : `$m.duration >= ${asked.min_duration_us}`,
    asked.max_duration_us === undefined ? null : `$m.duration <= ${asked.max_duration_us}`,
  ].filter((condition) => condition !== null);

/** A search as DataPrime, which has the filters, the types and the messages: `trace_id`, `matched` and `longest` of each trace. */
export const searchText = (asked: TraceSearchQuery): Conditioned => {
  const head = conditioned('spans', asked.filter);
  if (!head.ok) return head;
  const filters = conditions(asked).map((condition) => `filter ${condition}`);
  const stages = [head.text, ...filters, GROUPED, `orderby ${ORDERS[asked.order]}`, `limit ${asked.limit + 1}`];
  return { ...head, text: stages.join(JOINED) };
};
