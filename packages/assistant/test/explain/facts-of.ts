import { type Expr, type KeypathExpr, printExpr, type Query, type Stage } from '@clearspan/dataprime';
import { treeNodes } from '../../src/model/guard/tree-nodes.ts';

type Node = ReturnType<typeof treeNodes>[number];

/** A field of the data without its root; null for columns that the query makes, and for times, which are told as such. */
const fieldName = (path: KeypathExpr): string | null =>
  path.root === null || path.steps.length === 0 || printExpr(path) === '$m.timestamp'
    ? null
    : printExpr({ kind: 'keypath', root: null, steps: path.steps, span: path.span });

/** A field or a literal as any sentence has to say it; null for what is said in other words. */
const wordOf = (node: Node): string | null => {
  if (node.kind === 'keypath') return fieldName(node);
  if (node.kind === 'string') return node.value;
  if (node.kind === 'regex') return node.pattern;
  if (node.kind === 'severity') return node.name;
  return node.kind === 'number' ? node.text : null;
};

const argument = (node: Node, name: string, at: number): readonly Expr[] =>
  node.kind === 'call' && node.name.text === name ? node.args.slice(at, at + 1).map(({ value }) => value) : [];

/** The 95th percentile, not the 0.95th. */
const percentilesOf = (node: Node): readonly Expr[] => argument(node, 'percentile', 0);

/** The day of the week, not the `day_of_week`. */
const unitsOf = (node: Node): readonly Expr[] => argument(node, 'extractTime', 1);

const stageWords = (stage: Stage): readonly string[] => {
  if (stage.kind === 'limit') return [printExpr(stage.count)];
  return stage.kind === 'source' && stage.frame?.kind === 'last' ? [`last ${printExpr(stage.frame.interval)}`] : [];
};

/** What a reader has to find again in a sentence about a query: fields, values, ranges, limits, keys and what is sorted by. */
export const factsOf = (query: Query): ReadonlySet<string> => {
  const nodes = treeNodes(query);
  const percentiles = nodes.flatMap(percentilesOf);
  const reworded: readonly Node[] = [...percentiles, ...nodes.flatMap(unitsOf)];
  return new Set([
    ...query.stages.flatMap(stageWords),
    ...percentiles.flatMap((p) => (p.kind === 'number' ? `${Number((p.value * 100).toPrecision(6))}th` : [])),
    ...nodes.flatMap((node) => (reworded.includes(node) ? [] : (wordOf(node) ?? []))),
  ]);
};
