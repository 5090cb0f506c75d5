import type { Expr, KeypathExpr, Query, SourceStage, Stage } from '@clearspan/dataprime';
import { NANOS } from '../../time/time-spec.ts';
import { MODEL_LIMITS } from '../limits.ts';
import { treeNodes } from './tree-nodes.ts';

/** Commands that read, reduce and name. What is not here is not run for a model, whatever it does. */
const COMMANDS: ReadonlySet<string> = new Set<Stage['kind']>([
  'source',
  'filter',
  'block',
  'find',
  'wildfind',
  'limit',
  'dedupeby',
  'choose',
  'create',
  'replace',
  'move',
  'remove',
  'convert',
  'roundtime',
  'extract',
  'aggregate',
  'groupby',
  'multigroupby',
  'count',
  'countby',
  'distinct',
  'top',
  'bottom',
  'orderby',
  'join',
  'union',
]);
const DATASETS: ReadonlySet<string> = new Set(['logs', 'spans']);

const stagesMax = 20;
const joinsMax = 1;
const ALIAS = /^[A-Za-z_]\w{0,39}$/;
const rangeMaxNanos = BigInt(MODEL_LIMITS.rangeDaysMax) * NANOS.day;

const isStage = (node: { readonly kind: string }): node is Stage => 'keyword' in node && node.kind !== 'time';

const sourceProblem = (stage: SourceStage): string | null => {
  const name = stage.dataset.map(({ text }) => text).join('.');
  // What a model wrote is not repeated: a reason is read by people.
  if (!DATASETS.has(name)) return 'it names a data set that may not be asked';
  return stage.params.length > 0 ? 'parameters of a source are not taken' : null;
};

const timeProblem = (expr: Expr, nowNanos: bigint): string | null => {
  if (expr.kind === 'interval' && (expr.nanos > rangeMaxNanos || expr.nanos < -rangeMaxNanos)) {
    return `its range is longer than ${MODEL_LIMITS.rangeDaysMax} days`;
  }
  if (expr.kind === 'timestamp' && expr.value.kind === 'nanos' && expr.value.nanos < nowNanos - rangeMaxNanos) {
    return `its range begins more than ${MODEL_LIMITS.rangeDaysMax} days ago`;
  }
  return null;
};

const exprProblem = (expr: Expr, nowNanos: bigint): string | null => {
  if (expr.kind === 'string' && expr.value.length > MODEL_LIMITS.literalCharsMax) return 'a text in it is too long';
  if (expr.kind === 'regex' && expr.pattern.length > MODEL_LIMITS.literalCharsMax) return 'a pattern in it is too long';
  if (expr.kind === 'keypath' && (expr.root === 'p' || expr.steps.some((step) => step.kind === 'dynamic'))) {
    return 'parameters are not taken';
  }
  if (expr.kind === 'dynamic-timestamp' || expr.kind === 'template') {
    return 'texts with expressions in them are not taken';
  }
  return timeProblem(expr, nowNanos);
};

/** Keys that a command makes up: in the result they stand where people read names. */
const madeKeys = (stage: Stage): readonly KeypathExpr[] => {
  const columns = Object.values(stage).flatMap((value: unknown) => (Array.isArray(value) ? value.flat(2) : []));
  const aliases = columns.flatMap((column: unknown) =>
    column instanceof Object && 'alias' in column && column.alias !== null ? [column.alias as KeypathExpr] : [],
  );
  if (stage.kind === 'create') return [...aliases, stage.target];
  if (stage.kind === 'move') return [...aliases, stage.to];
  return 'into' in stage && stage.into !== null ? [...aliases, stage.into] : aliases;
};

const isPlainName = ({ steps }: KeypathExpr): boolean =>
  steps.every((step) => step.kind === 'key' && ALIAS.test(step.key));

const stageProblem = (stage: Stage): string | null => {
  if (!COMMANDS.has(stage.kind)) return 'it has a command that is not run for a model';
  if (!madeKeys(stage).every(isPlainName)) return 'a column has a name that is no plain word';
  return stage.kind === 'source' ? sourceProblem(stage) : null;
};

/** What a query does that a model may not have done for it; null when all of it may be run. */
export const policyProblem = (query: Query, nowNanos: bigint): string | null => {
  if (query.stages[0]?.kind !== 'source') return 'it does not begin with `source`';
  if (query.stages.length > stagesMax) return `it has more than ${stagesMax} commands`;
  let joins = 0;
  for (const node of treeNodes(query)) {
    if (node.kind === 'join' || node.kind === 'union' || node.kind === 'subquery') joins += 1;
    const problem = isStage(node) ? stageProblem(node) : exprProblem(node as Expr, nowNanos);
    if (problem !== null) return problem;
  }
  return joins > joinsMax ? 'it joins more than two sets of records' : null;
};
