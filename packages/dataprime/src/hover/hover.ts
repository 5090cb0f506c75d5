import type { Span } from '@clearspan/text';
import type { SchemaSource } from '../schema/schema-source.ts';

/** What is to say about a piece of a query. `body` is text with code between back-ticks; empty where nothing more is known. */
export interface Hover {
  readonly span: Span;
  readonly title: string;
  readonly body: string;
}

export interface HoverOptions {
  readonly schema?: SchemaSource | null;
  /** The data set of a query that names none. */
  readonly defaultDataset?: 'logs' | 'spans';
}
