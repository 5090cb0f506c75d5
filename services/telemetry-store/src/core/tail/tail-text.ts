import type { TailQuery } from '@clearspan/contracts';
import { type Diagnostic, parse } from '@clearspan/dataprime';
import { prepareQuery, type QueryInput, type RowLimits } from '@clearspan/telemetry-store';

export type TailText =
  | { readonly ok: true; readonly input: QueryInput }
  /** Offsets are of the filter. */
  | { readonly ok: false; readonly errors: readonly Pick<Diagnostic, 'code' | 'message' | 'span'>[] };

/** Batches are read whole, whatever the times in them. */
const ANY_TIME = { fromNanos: 0n, toNanos: 2n ** 63n - 1n };

/** What is asked of each batch, as DataPrime. */
export const tailText = ({ source, filter }: TailQuery, nowNanos: bigint, limits: RowLimits): TailText => {
  const head = `source ${source}`;
  const asked = filter === undefined ? head : `${head}\n| filter ${filter}`;
  const filterAt = asked.length - (filter?.length ?? 0);
  const stages = parse(asked).query.stages.length - 1;
  if (filter !== undefined && stages !== 1) {
    const message = `expected one condition, found ${stages} commands`;
    return { ok: false, errors: [{ code: 'DP1001', message, span: { start: 0, end: filter.length } }] };
  }
  const input: QueryInput = {
    text: `${asked}\n| orderby $m.timestamp`,
    nowNanos,
    timeRange: ANY_TIME,
    limit: null,
    defaultDataset: source,
  };
  const prepared = prepareQuery(input, null, limits);
  if (prepared.ok) return { ok: true, input };
  const moved = (at: number): number => Math.max(0, at - filterAt);
  return {
    ok: false,
    errors: prepared.diagnostics
      .filter(({ severity }) => severity === 'error')
      .map(({ code, message, span }) => ({ code, message, span: { start: moved(span.start), end: moved(span.end) } })),
  };
};
