import type { CheckedColumn, CheckedFrame, CheckedQuery } from '../check/checked.ts';
import { pathText } from '../check/path.ts';
import { PASSES } from '../plan/passes.ts';
import type { Plan, PlanStep, Scan } from '../plan/plan.ts';
import { planAsWritten } from '../plan/plan-query.ts';
import { type ColumnNames, explainExpr, isHidden, nameOfColumn } from './explain-expr.ts';

/** A plan as lines of text, after a pass. */
export interface PlanVersion {
  /** What the pass does: `push down filters`; `as written` for the plan before any. */
  readonly pass: string;
  readonly lines: readonly string[];
  /** Whether the text differs from that before the pass. */
  readonly changed: boolean;
}

const frameText = (frame: CheckedFrame | null, names: ColumnNames): string => {
  switch (frame?.kind) {
    case 'last':
      return `last ${explainExpr(frame.interval, names)}`;
    case 'around':
      return `around ${explainExpr(frame.at, names)}`;
    case 'between':
      return `between ${explainExpr(frame.from, names)} and ${explainExpr(frame.to, names)}`;
    case 'timeshifted':
      return `the caller's window shifted by ${explainExpr(frame.interval, names)}`;
    case undefined:
      return "the caller's window";
  }
};

const columnsText = (columns: readonly CheckedColumn[], names: ColumnNames): string =>
  columns
    .map((column) => {
      const { root, path, expr } = column;
      if (isHidden(column)) return explainExpr(expr, names);
      const [name, value] = [pathText(root, path), explainExpr(expr, names)];
      return value === name || expr.kind === 'field' ? name : `${name} = ${value}`;
    })
    .join(', ');

/** Columns by their ids, those of plans inside included. */
const gatherNames = (plan: Plan, names: Map<number, string>): void => {
  for (const slot of plan.shape.slots) if (slot.kind === 'set') names.set(slot.id, pathText(slot.root, slot.path));
  for (const step of plan.steps) {
    const columns =
      step.kind === 'extend' ? step.columns : step.kind === 'group' ? [...step.keys, ...step.aggregates] : [];
    for (const column of columns) names.set(column.id, nameOfColumn(column, names));
    if ('plan' in step) gatherNames(step.plan, names);
  }
};

const scanLines = ({ dataset, frame, bounds, filters }: Scan, names: ColumnNames): readonly string[] => [
  `scan ${dataset}, ${frameText(frame, names)}`,
  ...bounds.map(({ op, at }) => `  time ${op} ${explainExpr(at, names)}`),
  ...filters.map((filter) => `  where ${explainExpr(filter, names)}`),
];

const stepText = (step: PlanStep, names: ColumnNames): string => {
  if (step.kind === 'filter') return `filter ${explainExpr(step.condition, names)}`;
  if (step.kind === 'extend')
    return step.columns.length === 0 ? 'settle which keys there are' : `compute ${columnsText(step.columns, names)}`;
  if (step.kind === 'limit') return `limit ${step.count}`;
  if (step.kind === 'sort')
    return `sort by ${step.keys.map(({ expr, direction }) => `${explainExpr(expr, names)} ${direction}`).join(', ')}`;
  if (step.kind === 'dedupe')
    return `keep ${step.keep} for each ${step.keys.map((key) => explainExpr(key, names)).join(', ')}`;
  if (step.kind === 'number') return 'number the rows';
  if (step.kind === 'explode') return `one row for each of ${explainExpr(step.items, names)}`;
  if (step.kind === 'join')
    return `${step.mode} join${step.keys.map(({ left, right }) => ` on ${explainExpr(left, names)} == ${explainExpr(right, names)}`).join(' and')}`;
  if (step.kind !== 'group') return step.kind;
  const keys = step.keys.length === 0 ? 'group all rows' : `group by ${columnsText(step.keys, names)}`;
  return step.aggregates.length === 0 ? keys : `${keys}; ${columnsText(step.aggregates, names)}`;
};

const planLines = (plan: Plan, names: ColumnNames): readonly string[] => [
  ...scanLines(plan.scan, names),
  ...plan.steps.flatMap((step) => [
    stepText(step, names),
    ...('plan' in step ? planLines(step.plan, names).map((line) => `  ${line}`) : []),
  ]),
];

/** `pushDownFilters` as words. */
const wordsOf = (name: string): string => name.replace(/\p{Lu}/gu, (letter) => ` ${letter.toLowerCase()}`);

/** The plan as written, and after each pass in turn. */
export const explainPlan = (query: CheckedQuery): readonly PlanVersion[] => {
  const written = planAsWritten(query);
  const names = new Map<number, string>();
  gatherNames(written, names);
  const versions: PlanVersion[] = [{ pass: 'as written', lines: planLines(written, names), changed: true }];
  let current = written;
  for (const pass of PASSES) {
    current = pass(current);
    const lines = planLines(current, names);
    const changed = lines.join('\n') !== versions.at(-1)?.lines.join('\n');
    versions.push({ pass: wordsOf(pass.name), lines, changed });
  }
  return versions;
};
