import { type Expr, printExpr, printQuery, type Query, type Stage } from '@clearspan/dataprime';

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

const slotsOfStage = (stage: Stage): readonly QuerySlot[] => {
  switch (stage.kind) {
    case 'source': {
      const source: QuerySlot = { kind: 'source', text: stage.dataset.map(({ text }) => text).join('/') };
      return stage.frame === null ? [source] : [source, { kind: 'time', text: stageText({ ...stage, dataset: [] }) }];
    }
    case 'filter':
      return slots('condition', conditions(stage.condition));
    case 'groupby':
      return [
        ...slots(
          'key',
          stage.keys.map(({ expr }) => expr),
        ),
        ...slots(
          'metric',
          stage.aggregates.map(({ expr }) => expr),
        ),
      ];
    case 'countby':
      return [
        ...slots(
          'key',
          stage.keys.map(({ expr }) => expr),
        ),
        { kind: 'metric', text: COUNT },
      ];
    case 'count':
      return [{ kind: 'metric', text: COUNT }];
    case 'aggregate':
      return slots(
        'metric',
        stage.aggregates.map(({ expr }) => expr),
      );
    case 'orderby':
    case 'limit':
      return [{ kind: 'order', text: stageText(stage) }];
    default:
      return [{ kind: 'other', text: stageText(stage) }];
  }
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
