import type { TailQuery } from '@clearspan/contracts';
import { prepareQuery, type QueryInput, type RowLimits } from '@clearspan/telemetry-store';
import { type CallerError, callerError, callerErrors } from '../query/caller-errors.ts';
import { conditioned, JOINED } from '../query/one-condition.ts';

export type TailText =
  | { readonly ok: true; readonly input: QueryInput }
  | { readonly ok: false; readonly errors: readonly CallerError[] };

/** Batches are read whole, whatever the times in them. */
const ANY_TIME = { fromNanos: 0n, toNanos: 2n ** 63n - 1n };

/** What is asked of each batch, as DataPrime. */
export const tailText = ({ source, filter }: TailQuery, nowNanos: bigint, limits: RowLimits): TailText => {
  const head = conditioned(source, filter);
  if (!head.ok) return { ok: false, errors: [callerError(head.message)] };
  const input: QueryInput = {
    text: [head.text, 'orderby $m.timestamp'].join(JOINED),
    nowNanos,
    timeRange: ANY_TIME,
    limit: null,
    defaultDataset: source,
  };
  const prepared = prepareQuery(input, null, limits);
  if (prepared.ok) return { ok: true, input };
  return { ok: false, errors: callerErrors(prepared.diagnostics, head.conditionAt) };
};
