import type { DecodedRow, Diagnostic, JsonValue } from '@clearspan/dataprime';
import type { Ran } from '@clearspan/telemetry-store';
import { lineIndex } from '@clearspan/text';

/** Rows of one `result` line: naive clients read only the second line, so a usual answer fits into it. */
export const ROWS_PER_LINE = 1_000;

type KeyValue = { readonly key: string; readonly value: string };

const textOf = (value: JsonValue): string => (typeof value === 'string' ? value : JSON.stringify(value));

const keyValues = (tree: DecodedRow['m']): KeyValue[] =>
  Object.entries(tree).flatMap(([key, value]) => (value === null ? [] : [{ key, value: textOf(value) }]));

/** A row as clients of the direct-query API read it. */
export const directRow = ({ m, l, d }: DecodedRow): object => ({
  metadata: keyValues(m),
  labels: keyValues(l),
  userData: JSON.stringify(d),
});

/** Line and column are counted from 0, as clients expect them. */
const placed = (text: string): ((diagnostic: Diagnostic) => string) => {
  const index = lineIndex(text);
  return ({ message, span }) => {
    const { line, column } = index.position(span.start);
    return `${message} (line ${line}, column ${column})`;
  };
};

/** What a client is told of a query that is not valid. */
export const compilationErrors = (text: string, diagnostics: readonly Diagnostic[]): string =>
  ['Compilation errors:', ...diagnostics.filter(({ severity }) => severity === 'error').map(placed(text))].join('\n');

const warningLine = (text: string): ((diagnostic: Diagnostic) => object) => {
  const said = placed(text);
  return (diagnostic) => {
    const warningMessage = said(diagnostic);
    return diagnostic.code === 'DP3002'
      ? { warning: { deprecationWarning: { warningMessage } } }
      : { warning: { compileWarning: { warningMessage } } };
  };
};

export interface DirectAnswer {
  readonly queryId: string;
  readonly text: string;
  readonly ran: Ran;
  readonly warnings: readonly Diagnostic[];
}

/** The lines of an answer: the query's id, results, warnings, and a line that says that this was all. */
export function* directLines({ queryId, text, ran, warnings }: DirectAnswer): Generator<string> {
  const line = (value: object): string => `${JSON.stringify(value)}\n`;
  yield line({ queryId: { queryId } });
  for (let from = 0; from < ran.rows.length; from += ROWS_PER_LINE) {
    yield line({ result: { results: ran.rows.slice(from, from + ROWS_PER_LINE).map(directRow) } });
  }
  for (const warning of warnings) yield line(warningLine(text)(warning));
  if (ran.truncated)
    yield line({ warning: { numberOfResultsLimitWarning: { numberOfResultsLimit: ran.rows.length } } });
  yield line({ statistics: { status: 'COMPLETED', outputRowCount: String(ran.rows.length) } });
}
