import type { Span } from '@clearspan/text';
import type { Path, RowRoot } from '../check/checked.ts';
import type { SchemaSource } from '../schema/schema-source.ts';

export type CompletionKind =
  | 'aggregation'
  | 'clause'
  | 'command'
  | 'constant'
  | 'dataset'
  | 'extractor'
  | 'function'
  | 'interval'
  | 'key'
  | 'operator'
  | 'parameter'
  | 'severity'
  | 'timestamp'
  | 'type'
  | 'unit'
  | 'value';

export interface CompletionItem {
  readonly label: string;
  readonly kind: CompletionKind;
  /** One line beside the label: a type, a signature, a summary. */
  readonly detail: string;
  /** What stands in the place of `span` afterwards. */
  readonly insert: string;
  readonly documentation?: string;
  /** Items are shown in the order of this text. */
  readonly sortText: string;
}

/** What may stand at an offset; `span` is what an item replaces. */
export interface Completion {
  readonly span: Span;
  /** In order, at most 200: what fits what is written best comes first. */
  readonly items: readonly CompletionItem[];
}

/** Values seen in a field, most frequent first. Null where none are known. */
export type SeenValues = (root: RowRoot, path: Path) => readonly (string | number | boolean)[] | null;

export interface CompleteOptions {
  readonly schema?: SchemaSource | null;
  /** What fields hold; without it no values are offered. */
  readonly values?: SeenValues;
  /** The data set of a query that names none. */
  readonly defaultDataset?: 'logs' | 'spans';
}
