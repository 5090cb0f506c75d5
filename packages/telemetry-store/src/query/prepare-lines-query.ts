import {
  check,
  isLinear,
  lineReads,
  linesStorage,
  otelStorage,
  parse,
  plan,
  type SchemaField,
  type SchemaSource,
} from '@clearspan/dataprime';
import { lineHeads } from '../lines/line-heads.ts';
import { type Prepared, prepareQuery, type QueryInput, type RowLimits } from './prepare-query.ts';

/** A file of log lines, and the fields seen in the first of them. */
export interface LinesFile {
  /** Absolute, without wildcards. */
  readonly path: string;
  readonly fields: readonly SchemaField[];
}

export interface PreparedLines {
  readonly prepared: Extract<Prepared, { ok: true }>;
  /** Whether the query says in what order its rows come. */
  readonly sorted: boolean;
}

/**
 * A query as a statement over the lines of a file, when its rows would be the same as from the records of the file.
 * Null when they might not, or when the query is wrong: then the records say what is wrong with it. The statement fails
 * in the engine at the first line that is not what the fields promise.
 */
export const prepareLinesQuery = (
  input: QueryInput,
  { path, fields }: LinesFile,
  limits: RowLimits,
): PreparedLines | null => {
  const schema: SchemaSource = { fields: (dataset) => (dataset === 'logs' ? fields : null) };
  const heads = lineHeads(fields);
  let readable = false;
  let sorted = false;
  const prepared = prepareQuery(input, schema, limits, (plan) => {
    const reads = lineReads(plan, { fields, heads });
    readable = reads !== null;
    sorted = plan.steps.some(({ kind }) => kind === 'sort');
    return reads === null ? otelStorage : linesStorage(path, reads);
  });
  return prepared.ok && readable ? { prepared, sorted } : null;
};

/** Whether a query could be answered from lines that have what it reads. Cheap, and needs no file. */
export const mayReadLines = (text: string): boolean => {
  const { query } = check(parse(text), { schema: null });
  return query !== null && isLinear(plan(query));
};
