import type { Span } from '@clearspan/text';
import type { CheckedQuery, CheckedStage, Path, RowRoot } from '../check/checked.ts';
import type { DiagnosticCode } from '../diagnostics/codes.ts';
import type { Fix } from '../diagnostics/diagnostic.ts';
import type { Parsed } from '../parse/parse.ts';

/** How many different values a field has among how many rows, as a catalog counted or estimated them. */
export interface Cardinality {
  readonly distinct: number;
  readonly rows: number;
}

export interface LintOptions {
  /** What is known of a field; without it, only fields that are unique by their meaning are told. */
  readonly cardinality?: (root: RowRoot, path: Path) => Cardinality | null;
  /** True where the caller always sends a window, so that a query without a time frame is as it should be. */
  readonly windowGiven?: boolean;
}

export interface LintInput {
  readonly query: CheckedQuery;
  readonly stages: readonly CheckedStage[];
  readonly parsed: Parsed;
  readonly options: LintOptions;
}

/** What a rule says of a place. */
export interface Finding {
  readonly span: Span;
  readonly message: string;
  readonly fix?: Fix;
}

/**
 * One thing that is legal and probably not what is wanted. `warning`: the rows are most likely not those that were
 * meant. `info`: the query costs more, or says less, than it could.
 */
export interface Rule {
  readonly code: DiagnosticCode;
  readonly severity: 'warning' | 'info';
  readonly find: (input: LintInput) => readonly Finding[];
}
