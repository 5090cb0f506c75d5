import { type Column, type Expr, printExpr, printQuery, type Query, type Stage } from '@clearspan/dataprime';

/** One statement of a query that can be right or wrong by itself, whatever the order and the names of columns. */
export interface QuerySlot {
  readonly kind: 'source' | 'time' | 'condition' | 'key' | 'metric' | 'order' | 'other';
  readonly text: string;
  /** Of a condition, a key and a metric. */
  readonly expr?: Expr;
}

type Tree = Readonly<Record<string, unknown>>;

/** The tree with each object changed from the inside out; as deep as the tree, which the parser bounds. */
const rewritten = (value: unknown, change: (node: Tree) => unknown): unknown => {
  if (Array.isArray(value)) return value.map((item) => rewritten(item, change));
  if (typeof value !== 'object' || value === null) return value;
  return change(Object.fromEntries(Object.entries(value).map(([key, child]) => [key, rewritten(child, change)])));
};

/** `status` is `$d.status`, and parentheses say nothing that the tree does not. */
const plain = (node: Tree): unknown =>
  node.kind === 'paren' ? node.expr : node.kind === 'keypath' && node.root === null ? { ...node, root: 'd' } : node;

const withoutLiterals = (node: Tree): unknown => {
  switch (node.kind) {
    case 'string':
      return { ...node, value: '?' };
    case 'number':
      return { ...node, value: 0, text: '0' };
    case 'interval':
      return { kind: 'string', value: '?', span: node.span };
    case 'timestamp':
      return { kind: 'string', value: '?', span: node.span };
    default:
      return node;
  }
};

const conditions = (expr: Expr): readonly Expr[] =>
  expr.kind === 'binary' && expr.op === '&&' ? [...conditions(expr.left), ...conditions(expr.right)] : [expr];

const slots = (kind: QuerySlot['kind'], exprs: readonly Expr[]): readonly QuerySlot[] =>
  exprs.map((expr) => ({ kind, text: printExpr(expr), expr }));

const stageText = (stage: Stage): string => printQuery({ kind: 'query', stages: [stage], span: stage.span });

const COUNT = 'count()';

const exprsOf = (columns: readonly Column[]): readonly Expr[] => columns.map(({ expr }) => expr);

const slotsOfStage = (stage: Stage): readonly QuerySlot[] => {
  if (stage.kind === 'source') {
    const source: QuerySlot = { kind: 'source', text: stage.dataset.map(({ text }) => text).join('/') };
    return stage.frame === null
      ? [source]
      : [source, { kind: 'time', text: stageText({ ...stage, dataset: [] }).replace(/ +/g, ' ') }];
  }
  if (stage.kind === 'filter') return slots('condition', conditions(stage.condition));
  if (stage.kind === 'groupby')
    return [...slots('key', exprsOf(stage.keys)), ...slots('metric', exprsOf(stage.aggregates))];
  if (stage.kind === 'countby') return [...slots('key', exprsOf(stage.keys)), { kind: 'metric', text: COUNT }];
  if (stage.kind === 'count') return [{ kind: 'metric', text: COUNT }];
  if (stage.kind === 'aggregate') return slots('metric', exprsOf(stage.aggregates));
  const isOrder = stage.kind === 'orderby' || stage.kind === 'limit';
  return [{ kind: isOrder ? 'order' : 'other', text: stageText(stage) }];
};

/** What a query states, in the order it does. A query that names no data set reads logs. */
export const slotsOf = (query: Query): readonly QuerySlot[] => {
  const found = (rewritten(query, plain) as Query).stages.flatMap(slotsOfStage);
  return found.some(({ kind }) => kind === 'source') ? found : [{ kind: 'source', text: 'logs' }, ...found];
};

export const sourceOf = (query: Query): string => slotsOf(query).find(({ kind }) => kind === 'source')?.text ?? 'logs';

/** The slots of one query that another one has not; the order of rows is left out, for it changes no row. */
export const slotsMissingIn = (query: Query, other: Query): readonly QuerySlot[] => {
  const there = new Set(slotsOf(other).map(({ kind, text }) => `${kind} ${text}`));
  return slotsOf(query).filter(({ kind, text }) => kind !== 'order' && !there.has(`${kind} ${text}`));
};

/** A query without its time and its literals: what is the same of two questions about different things. */
export const shapeOf = (query: Query): string =>
  slotsOf(rewritten(query, withoutLiterals) as Query)
    .filter(({ kind }) => kind !== 'time')
    .map(({ kind, text }) => `${kind} ${text}`)
    .join('\n');

/** The fields that expressions read. */
export const keypathsIn = (exprs: readonly Expr[]): readonly string[] => {
  const found = new Set<string>();
  rewritten(exprs, (node) => {
    if (node.kind === 'keypath') found.add(printExpr(node as unknown as Expr));
    return node;
  });
  return [...found];
};
