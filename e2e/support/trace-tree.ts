import type { TraceResponse, TraceSpan } from '@clearspan/contracts';

/** A named span with the named spans below it; the client and server spans of HTTP and SQL between them left out. */
export interface Node {
  readonly name: string;
  readonly children: readonly Node[];
}

const CONTRACT_NAME = /^[a-z_]+\.[a-z_]+$/;

/** The trace as the contract draws it. */
export const namedTree = (trace: TraceResponse): readonly Node[] => {
  const childrenOf = new Map<string | null, TraceSpan[]>();
  for (const span of trace.spans) childrenOf.set(span.parent_id, [...(childrenOf.get(span.parent_id) ?? []), span]);
  const below = (id: string | null): Node[] =>
    (childrenOf.get(id) ?? [])
      .toSorted((a, b) => a.start.localeCompare(b.start))
      .flatMap((span) =>
        CONTRACT_NAME.test(span.name) ? [{ name: span.name, children: below(span.span_id) }] : below(span.span_id),
      );
  return below(null);
};

/** Two spaces a level, as in the contract. */
export const draw = (nodes: readonly Node[], depth = 0): string =>
  nodes.map((node) => `${'  '.repeat(depth)}${node.name}\n${draw(node.children, depth + 1)}`).join('');
