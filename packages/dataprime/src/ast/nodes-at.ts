import type { Span } from '@clearspan/text';
import type { Expr } from './expr.ts';
import type { Query } from './query.ts';
import type { Stage } from './stage.ts';

/** A part of the tree that has a kind and a place. */
export type Node = Query | Stage | Expr;

/** Kinds of pieces that are no nodes of their own: steps of keypaths and time frames. */
const PIECES: ReadonlySet<unknown> = new Set(['key', 'index', 'dynamic', 'around', 'between', 'last', 'timeshifted']);

const spanned = (value: object): value is { readonly span: Span } => 'span' in value;
const isNode = (value: object): value is Node => 'kind' in value && spanned(value) && !PIECES.has(value.kind);

const holds = (span: Span, offset: number): boolean => span.start <= offset && offset <= span.end;

const descend = (value: object, offset: number, found: Node[]): void => {
  if (spanned(value) && !holds(value.span, offset)) return;
  if (isNode(value)) found.push(value);
  for (const child of Object.values(value) as readonly unknown[])
    if (typeof child === 'object' && child !== null) descend(child, offset, found);
};

/**
 * The nodes around an offset, outermost first. It goes by spans, whatever the node: a new kind of stage or expression
 * needs no word here. At a border between two nodes both are there. As deep as the tree, which the parser bounds.
 */
export const nodesAt = (query: Query, offset: number): readonly Node[] => {
  const found: Node[] = [];
  descend(query, offset, found);
  return found;
};
