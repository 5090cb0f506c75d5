import type { TraceSearchQuery } from '@clearspan/contracts';
import { parse, quote } from '@clearspan/dataprime';

export type SearchText =
  | {
      readonly ok: true;
      /** DataPrime that gives `trace_id`, `matched` and `longest` of each trace. */
      readonly text: string;
      /** Where the filter stands in it. */
      readonly filterAt: number;
    }
  | { readonly ok: false; readonly message: string };

const STATUS = { unset: 'UNSET', ok: 'OK', error: 'ERROR' } as const;
/** A new line ends a comment of the filter. */
const JOINED = '\n| ';
const HEAD = `source spans${JOINED}filter `;

const conditions = (asked: Omit<TraceSearchQuery, 'from' | 'to' | 'filter' | 'order' | 'limit'>): readonly string[] =>
  [
    asked.service === undefined ? null : `$l.serviceName == ${quote(asked.service)}`,
    asked.operation === undefined ? null : `$l.operationName == ${quote(asked.operation)}`,
    asked.status === undefined ? null : `$m.statusCode == '${STATUS[asked.status]}'`,
    asked.min_duration_us === undefined ? null : `$m.duration >= ${asked.min_duration_us}`,
    asked.max_duration_us === undefined ? null : `$m.duration <= ${asked.max_duration_us}`,
  ].filter((condition) => condition !== null);

const ORDERS = { newest: 'newest desc', slowest: 'longest desc' } as const;

/** A search as DataPrime: the language has the filters, the types and the messages already. */
export const searchText = (asked: TraceSearchQuery): SearchText => {
  const { filter, order, limit } = asked;
  if (filter !== undefined) {
    const stages = parse(HEAD + filter).query.stages.length - 1;
    if (stages !== 1) return { ok: false, message: `expected one condition, found ${stages} commands` };
  }
  const filters = [...(filter === undefined ? [] : [filter]), ...conditions(asked)];
  const stages = filters.map((condition) => `filter ${condition}`);
  const group =
    'groupby $m.traceId as trace_id aggregate count() as matched, max($m.duration) as longest, max($m.timestamp) as newest';
  const text = ['source spans', ...stages, group, `orderby ${ORDERS[order]}`, `limit ${limit + 1}`].join(JOINED);
  return { ok: true, text, filterAt: HEAD.length };
};
