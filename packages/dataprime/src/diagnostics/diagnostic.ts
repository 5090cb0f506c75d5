import type { Span } from '@clearspan/text';
import type { DiagnosticCode } from './codes.ts';

export type Severity = 'error' | 'warning' | 'info';

/** A replacement of `span` by `text` that resolves the diagnostic. */
export interface Fix {
  readonly title: string;
  readonly span: Span;
  readonly text: string;
}

/** What is wrong with a query, where, and when it is known, how to mend it. Data: it is never thrown. */
export interface Diagnostic {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  /** "expected X, found Y" or "unknown field `sevrity`; did you mean `severity`?". No "you", no exclamation mark. */
  readonly message: string;
  readonly span: Span;
  readonly fix?: Fix;
}
