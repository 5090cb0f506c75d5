import type { Catalog, WireDiagnostic } from '@clearspan/contracts';
import { check, compile, type Diagnostic, lint, otelStorage, parse, plan, type Storage } from '@clearspan/dataprime';
import { wireDiagnostic } from '@clearspan/telemetry-store';
import type { SourceTable } from './load-table.ts';
import { sourceSchema } from './source-schema.ts';

export interface Checker {
  /** Everything that is to say about a query; without an error it runs. */
  check(text: string): readonly WireDiagnostic[];
}

/** Any window does: what a query may be does not depend on when it is asked. */
const CONTEXT = { nowNanos: 0n, timeRange: { fromNanos: 0n, toNanos: 1_000_000_000n }, rowsMax: 1 };

/** Where nothing is known of the data, any data set may be there. */
const anyStorage: Storage = { table: (dataset) => otelStorage.table(dataset) ?? otelStorage.table('logs') };

const compileErrors = (query: Parameters<typeof plan>[0], storage: Storage): readonly Diagnostic[] => {
  const result = compile(plan(query), storage, CONTEXT);
  return result.ok ? [] : [{ ...result.error, severity: 'error' }];
};

/** `catalog` is what is known of the data; null knows nothing, and unknown keys are then fine. With lint, also its findings. */
export const createChecker = (
  catalog: Catalog | null,
  withLint = false,
  tables: readonly SourceTable[] = [],
): Checker => {
  const schema = catalog ? sourceSchema(catalog, tables) : null;
  return {
    check: (text) => {
      const parsed = parse(text);
      const checked = check(parsed, { schema });
      const { query, diagnostics } = checked;
      const isWrong = diagnostics.some((d) => d.severity === 'error');
      const findings = withLint ? lint(checked, parsed) : [];
      return [
        ...diagnostics,
        ...(query && !isWrong ? compileErrors(query, schema ? otelStorage : anyStorage) : []),
        ...findings,
      ].map(wireDiagnostic);
    },
  };
};
