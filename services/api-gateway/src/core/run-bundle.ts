import type {
  Bundle,
  BundlePart,
  BundleResult,
  QueryResult,
  ReadBundleRequest,
  ServiceName,
  Validation,
} from '@clearspan/contracts';
import type { Outcome } from './ports.ts';
import { shortRows } from './short-rows.ts';

/** Queries of one bundle that run at a time: other questions are asked meanwhile. */
const PARTS_AT_ONCE_MAX = 3;

type Failure = { readonly code: string; readonly message: string };

export interface BundleSteps {
  validate(query: string): Promise<Outcome<Validation>>;
  execute(query: string): Promise<{ readonly result?: QueryResult; readonly execution_error?: Failure }>;
  read(request: ReadBundleRequest): Promise<Outcome<Bundle>>;
}

export interface RanBundle {
  readonly bundle: Bundle;
  readonly called: readonly ServiceName[];
}

/** A part goes the way of any query: nothing that was not checked is run. */
const runPart = async ({ id, query }: BundlePart, steps: BundleSteps): Promise<BundleResult> => {
  const failed = (error: Failure): BundleResult => ({ id, error: { code: error.code, message: error.message } });
  const validated = await steps.validate(query);
  if (!validated.ok) return failed(validated);
  if (!validated.value.is_valid)
    return failed({ code: 'INVALID_QUERY', message: 'the query has errors and was not run' });
  const { result, execution_error } = await steps.execute(query);
  return result
    ? { id, result: { ...result, rows: shortRows(result.rows) } }
    : failed(execution_error ?? { code: 'UPSTREAM_ERROR', message: 'the query gave no result' });
};

const runParts = async (parts: readonly BundlePart[], steps: BundleSteps): Promise<BundleResult[]> => {
  const results: BundleResult[] = [];
  const waiting = [...parts];
  const work = async (): Promise<void> => {
    for (let part = waiting.shift(); part !== undefined; part = waiting.shift())
      results.push(await runPart(part, steps));
  };
  await Promise.all(Array.from({ length: PARTS_AT_ONCE_MAX }, work));
  return results;
};

const unread = (bundle: Bundle, results: readonly BundleResult[], failure: Failure): Bundle => ({
  ...bundle,
  parts: bundle.parts.map((part) => {
    const own = results.find(({ id }) => id === part.id);
    const error = own !== undefined && 'error' in own ? own.error : failure;
    return { ...part, error: { code: error.code, message: error.message } };
  }),
});

/** Runs every part and has the results read. A part that fails says so, and the others are shown all the same. */
export const runBundle = async (bundle: Bundle, steps: BundleSteps): Promise<RanBundle> => {
  const results = await runParts(bundle.parts, steps);
  const read = await steps.read({ bundle, results });
  return {
    bundle: read.ok ? read.value : unread(bundle, results, read),
    called: ['validation-service', 'telemetry-store'],
  };
};
