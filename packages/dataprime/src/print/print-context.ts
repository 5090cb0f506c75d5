import type { Query } from '../ast/query.ts';

/** How to print, and the way back from expressions to the queries inside them. */
export interface PrintContext {
  /** `minimal` writes parentheses only where the tree needs them; `written` also keeps those of the text. */
  readonly parens: 'minimal' | 'written';
  readonly printQuery: (context: PrintContext, query: Query) => string;
}
