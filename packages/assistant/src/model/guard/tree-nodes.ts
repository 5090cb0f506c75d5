import type { Expr, Query, Stage } from '@clearspan/dataprime';

type Node = Query | Stage | Expr;

const isNode = (value: object): value is Node => 'kind' in value;

/** Every object of a tree that has a kind, outermost first: a new kind of stage cannot hide what it holds. */
export const treeNodes = (root: object): readonly Node[] => {
  const found: Node[] = [];
  const open: object[] = [root];
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    if (isNode(value)) found.push(value);
    for (const child of Object.values(value).toReversed() as readonly unknown[])
      if (typeof child === 'object' && child !== null) open.push(child);
  }
  return found;
};
