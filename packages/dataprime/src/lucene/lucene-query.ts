import type { Span } from '@clearspan/text';

/** `*` (any text) or `?` (one character), written without a backslash. */
export interface Wild {
  readonly wild: '*' | '?';
}

/** An end of a range. `included` tells `[` from `{`. */
export interface LuceneBound {
  readonly text: string;
  readonly included: boolean;
}

export type LuceneValue =
  /** `timeout`, with its escapes undone. */
  | { readonly kind: 'term'; readonly text: string }
  /** `time*out`: texts and what stands between them. */
  | { readonly kind: 'wildcard'; readonly pieces: readonly (string | Wild)[] }
  | { readonly kind: 'phrase'; readonly text: string }
  | { readonly kind: 'regex'; readonly pattern: string }
  /** A null end is open. */
  | { readonly kind: 'range'; readonly from: LuceneBound | null; readonly to: LuceneBound | null };

export interface LuceneField {
  readonly name: string;
  readonly span: Span;
}

/** A Lucene query. Spans count from the start of its own text. */
export type LuceneQuery =
  /** `*`, `*:*` */
  | { readonly kind: 'all'; readonly span: Span }
  | { readonly kind: 'and' | 'or'; readonly items: readonly LuceneQuery[]; readonly span: Span }
  | { readonly kind: 'not'; readonly item: LuceneQuery; readonly span: Span }
  /** A value in a field, or anywhere where the field is null. */
  | { readonly kind: 'match'; readonly field: LuceneField | null; readonly value: LuceneValue; readonly span: Span }
  | { readonly kind: 'exists'; readonly field: LuceneField; readonly span: Span };

/** What is to be said of a part of a Lucene query. */
export interface LuceneRemark {
  readonly message: string;
  readonly span: Span;
}

export interface ParsedLucene {
  /** Null when there is a fault. */
  readonly query: LuceneQuery | null;
  readonly faults: readonly LuceneRemark[];
  /** Parts that are read and have no effect here, such as a boost. */
  readonly ignored: readonly LuceneRemark[];
}
