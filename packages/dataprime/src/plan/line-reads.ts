import type { TypedExpr } from '../check/checked.ts';
import { isPlainKey, type LineField, type LineHead, type LineReads } from '../compile/line-field.ts';
import type { SchemaField } from '../schema/schema-source.ts';
import type { Plan, PlanStep } from './plan.ts';
import { some } from './walk.ts';

/**
 * Aggregations whose result does not depend on the order of the rows. Sums of doubles do in their last digits, samples
 * and "any" do altogether.
 */
const ORDERLESS: ReadonlySet<string> = new Set([
  'count',
  'count_if',
  'distinct_count',
  'distinct_count_if',
  'approx_count_distinct',
  'min',
  'max',
]);

/** The expressions of a step; null for a step whose rows depend on how they are stored. */
const expressions = (step: PlanStep): readonly TypedExpr[] | null => {
  switch (step.kind) {
    case 'filter':
      return [step.condition];
    case 'extend':
      return step.columns.map(({ expr }) => expr);
    case 'group':
      return [...step.keys, ...step.aggregates].map(({ expr }) => expr);
    case 'sort':
      return step.keys.map(({ expr }) => expr);
    case 'limit':
      return [];
    case 'dedupe':
    case 'number':
    case 'explode':
    case 'join':
    case 'union':
      return null;
    default:
      return unreachable(step);
  }
};

const startsWith = (path: readonly unknown[], prefix: readonly unknown[]): boolean =>
  prefix.length <= path.length && prefix.every((key, index) => key === path[index]);

/** What the schema says of a field of `$d`; null where it is more or something else than one scalar type. */
const lineField = (expr: TypedExpr & { kind: 'field' }, known: readonly SchemaField[]): LineField | null => {
  const path = expr.path.filter((key) => typeof key === 'string');
  if (expr.root !== 'd' || path.length === 0 || path.length !== expr.path.length || !path.every(isPlainKey))
    return null;
  const near = known.filter(
    (field) => field.root === 'd' && (startsWith(path, field.path) || startsWith(field.path, path)),
  );
  const above = near.filter((field) => field.path.length !== path.length);
  if (above.some(({ types }) => types.length !== 1 || types.some(({ kind }) => kind === 'array' || kind === 'object')))
    return null;
  if (above.some((field) => field.path.length > path.length)) return null;
  const exact = near.find((field) => field.path.length === path.length);
  if (exact === undefined) return { path, type: 'absent' };
  const [type] = exact.types;
  if (type === undefined || exact.types.length > 1 || type.kind !== expr.type.kind) return null;
  return type.kind === 'string' || type.kind === 'number' || type.kind === 'bool' ? { path, type: type.kind } : null;
};

const isForeign = (expr: TypedExpr): boolean =>
  expr.kind === 'subquery' ||
  (expr.kind === 'parameter' && expr.name !== 'now') ||
  (expr.kind === 'call' && expr.fn.family === 'aggregation' && !ORDERLESS.has(expr.fn.name));

/** What is known of the lines of a file: all fields of `$d` in them, and what else their records have. */
export interface KnownLines {
  readonly fields: readonly SchemaField[];
  readonly heads: readonly LineHead[];
}

/** Whether the rows of a plan are the same read straight from lines, should the lines have what it reads. */
export const isLinear = ({ scan, steps, shape }: Plan): boolean => {
  if (scan.dataset !== 'logs' || scan.frame !== null || scan.bounds.length > 0 || shape.stored) return false;
  const kinds = steps.map(({ kind }) => kind);
  // A limit decides by the order of rows, which only a sort of groups makes the same.
  const sorted = kinds.indexOf('sort', kinds.lastIndexOf('group'));
  const limited = kinds.indexOf('limit');
  return kinds.includes('group') && (limited < 0 || (sorted >= 0 && sorted < limited));
};

/**
 * What a plan reads, when its rows are the same read straight from lines of JSON as from stored records: log records of
 * any time, fields that have one scalar type, gathered by aggregations that no order changes, before anything limits
 * them. Null for any other plan.
 */
export const lineReads = (plan: Plan, known: KnownLines): LineReads | null => {
  if (!isLinear(plan)) return null;
  const roots: TypedExpr[] = [...plan.scan.filters];
  for (const step of plan.steps) {
    const found = expressions(step);
    if (found === null) return null;
    roots.push(...found);
  }
  const fields = new Map<string, LineField>();
  const heads = new Set<LineHead>();
  const isUnreadable = (expr: TypedExpr): boolean => {
    if (expr.kind !== 'field') return isForeign(expr);
    const { root, path } = expr;
    const head = known.heads.find((each) => each.root === root && path.length === 1 && path[0] === each.key);
    const field = lineField(expr, known.fields);
    if (head !== undefined) heads.add(head);
    else if (field !== null) fields.set(JSON.stringify(path), field);
    return head === undefined && field === null;
  };
  if (roots.some((root) => some(root, isUnreadable))) return null;
  return { fields: [...fields.values()], heads: [...heads] };
};

const unreachable = (step: never): never => {
  throw new TypeError(`unexpected step ${JSON.stringify(step)}`);
};
