import type { Span } from '@clearspan/text';
import type { Stage } from './stage.ts';

/** Commands joined by `|`. An empty text is a query of no stages: `source logs` with the caller's window. */
export interface Query {
  readonly kind: 'query';
  readonly stages: readonly Stage[];
  readonly span: Span;
}

/** A comment, kept beside the tree for the formatter. `text` includes its marks. */
export interface Comment {
  readonly text: string;
  readonly span: Span;
}
