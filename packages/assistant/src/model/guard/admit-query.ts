import { type CheckedQuery, check, type Diagnostic, parse, printQuery, type Query } from '@clearspan/dataprime';
import type { CatalogIndex } from '../../catalog/catalog-index.ts';
import { catalogSchema } from '../../catalog/catalog-schema.ts';
import { MODEL_LIMITS } from '../limits.ts';
import { policyProblem } from './policy.ts';

declare const admitted: unique symbol;

/** A query that was parsed, checked against the data and held against the policy. Only `admitQuery` makes one. */
export interface AdmittedQuery {
  /** Printed from the tree: no character of it is as someone else wrote it. */
  readonly text: string;
  readonly ast: Query;
  readonly checked: CheckedQuery;
  readonly [admitted]: true;
}

export type Admission =
  | { readonly ok: true; readonly query: AdmittedQuery }
  | { readonly ok: false; readonly kind: 'policy'; readonly message: string }
  | { readonly ok: false; readonly kind: 'wrong'; readonly text: string; readonly diagnostics: readonly Diagnostic[] };

const made = new WeakSet<object>();

/** Whether a value came out of `admitQuery`: for the door to the store, where types are no proof. */
export const isAdmitted = (query: AdmittedQuery): boolean => made.has(query);

const isError = ({ severity }: Diagnostic): boolean => severity === 'error';

/**
 * The one way in for a text that somebody else wrote. Fields that the data does not have are errors here: a model that
 * makes one up is told so, and a query with one never runs.
 */
export const admitQuery = (text: string, index: CatalogIndex, nowNanos: bigint): Admission => {
  if (text.length > MODEL_LIMITS.queryCharsMax) {
    return { ok: false, kind: 'policy', message: `it is over ${MODEL_LIMITS.queryCharsMax} characters` };
  }
  const written = parse(text);
  const syntax = written.diagnostics.filter(isError);
  if (syntax.length > 0) return { ok: false, kind: 'wrong', text, diagnostics: syntax };
  const message = policyProblem(written.query, nowNanos);
  if (message !== null) return { ok: false, kind: 'policy', message };
  const canonical = printQuery(written.query);
  const parsed = parse(canonical);
  const { query: checked, diagnostics } = check(parsed, { schema: catalogSchema(index), strictFields: true });
  const errors = [...parsed.diagnostics, ...diagnostics].filter(isError);
  if (checked === null || errors.length > 0) return { ok: false, kind: 'wrong', text: canonical, diagnostics: errors };
  const query = { text: canonical, ast: parsed.query, checked } as unknown as AdmittedQuery;
  made.add(query);
  return { ok: true, query };
};
