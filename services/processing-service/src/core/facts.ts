import type { ProcessQueryPayload } from '@clearspan/contracts';
import type { Expr, Query, Stage } from '@clearspan/dataprime';
import { parse } from '@clearspan/dataprime';

export type Execution = NonNullable<ProcessQueryPayload['execution']>;

/** What is known of one answered question: its tree, what its run was measured to be, and how it was understood. */
export interface Facts {
  readonly query: Query;
  readonly execution: Execution | null;
  readonly validation: ProcessQueryPayload['validation'];
  readonly intentConfidence: number;
}

export const factsOf = (payload: ProcessQueryPayload): Facts => ({
  query: parse(payload.query).query,
  execution: payload.execution,
  validation: payload.validation,
  intentConfidence: payload.intent_confidence,
});

const GROUPING: ReadonlySet<Stage['kind']> = new Set([
  'groupby',
  'multigroupby',
  'countby',
  'distinct',
  'top',
  'bottom',
]);

/** Whether each row of the answer stands for a group of records. */
export const groups = (query: Query): boolean => query.stages.some(({ kind }) => GROUPING.has(kind));

/** Whether rows of the answer are computed over several records, in groups or over all. */
export const aggregates = (query: Query): boolean =>
  groups(query) || query.stages.some(({ kind }) => kind === 'aggregate' || kind === 'count');

type Node = Expr | Stage | readonly Node[] | object;

/** Whether any part of a tree is a keypath that starts with `$m.timestamp`. Depth is bounded by the parser. */
const mentionsTimestamp = (node: Node): boolean => {
  if ('kind' in node && node.kind === 'keypath' && 'root' in node && 'steps' in node) {
    const [first] = node.steps as readonly { kind: string; key?: string }[];
    return node.root === 'm' && first?.key === 'timestamp';
  }
  return Object.values(node).some(
    (part: unknown) => typeof part === 'object' && part !== null && mentionsTimestamp(part),
  );
};

/** Whether the query itself says which time it is about; else the window of whoever runs it applies. */
export const namesWindow = (query: Query): boolean =>
  query.stages.some(
    (stage) =>
      (stage.kind === 'source' && stage.frame !== null) ||
      ((stage.kind === 'filter' || stage.kind === 'block') && mentionsTimestamp(stage.condition)),
  );

/** Whether some stage keeps only part of the records by what they contain. */
export const filters = (query: Query): boolean =>
  query.stages.some(({ kind }) => ['filter', 'block', 'find', 'wildfind', 'lucene'].includes(kind));
