import {
  type CheckOptions,
  type CompileContext,
  type Compiled,
  check,
  compile,
  type DecodedRow,
  decodeRow,
  otelStorage,
  parse,
  plan,
} from '../../src/index.ts';
import { type Engine, GOLDEN_TABLES } from './engine.ts';

/** The clock and the caller's window of every test: the first hour of 2024-05-01, seen at its end. */
export const CONTEXT: CompileContext = {
  nowNanos: 1_714_525_200_000_000_000n,
  timeRange: { fromNanos: 1_714_521_600_000_000_000n, toNanos: 1_714_525_200_000_000_000n },
  rowsMax: 15_000,
};

/** Nothing is known of the records, everything of the tables and parameters. */
export const CHECK_OPTIONS: CheckOptions = {
  schema: {
    fields: () => null,
    tables: Object.entries(GOLDEN_TABLES).map(([name, [first]]) => ({ name, columns: Object.keys(first ?? {}) })),
  },
  parameters: { key: 'path', path: '/pay', paths: ['/pay', '/cart'], any: null, least: '500' },
};

/** SQL of a query, or the diagnostics that stand in its way, thrown as one text. */
export const compileText = (text: string, context: CompileContext = CONTEXT): Compiled => {
  const checked = check(parse(text), CHECK_OPTIONS);
  if (checked.query === null)
    throw new Error(checked.diagnostics.map(({ code, message }) => `${code} ${message}`).join('\n'));
  const result = compile(plan(checked.query), otelStorage, context);
  if (!result.ok) throw new Error(`${result.error.code} ${result.error.message}`);
  return result.compiled;
};

export const runQuery = (engine: Engine, text: string, context: CompileContext = CONTEXT): DecodedRow[] => {
  const compiled = compileText(text, context);
  return engine.query(compiled.sql).map((values) => decodeRow(compiled, values));
};

/** A row as it is printed: empty trees left out. */
export const printRow = ({ m, l, d }: DecodedRow): string =>
  JSON.stringify({
    ...(Object.keys(m).length > 0 ? { $m: m } : {}),
    ...(Object.keys(l).length > 0 ? { $l: l } : {}),
    ...(Object.keys(d).length > 0 ? { $d: d } : {}),
  });
