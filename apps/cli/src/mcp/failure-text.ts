import type { WireDiagnostic } from '@clearspan/contracts';
import { type Knowledge, mendErrors, NOTHING_KNOWN } from '@clearspan/language-server';
import { knowledgeOf } from '../language-server/knowledge-of.ts';
import { visible } from '../output/cell-text.ts';
import { excerpt } from '../output/excerpt.ts';
import { type Checker, createChecker } from '../sources/checker.ts';
import type { SourceFailure } from '../sources/query-source.ts';
import type { ToolCall } from './mcp-tool.ts';
import { nearFields } from './near-fields.ts';

/** What is wrong with a query, and the query without it. */
export interface Mending {
  readonly diagnostics: readonly WireDiagnostic[];
  /** The query with the fixes in it; null when there are none. */
  readonly corrected: string | null;
  /** What is still wrong with it then. */
  readonly remaining: readonly WireDiagnostic[];
  /** Fields of the data that unknown ones may stand for. */
  readonly near: readonly string[];
}

/** A field that is not seen is most likely misspelt; a query that names it finds nothing. */
const FIELD_NOT_SEEN = 'DP3001';

const errorsOf = (diagnostics: readonly WireDiagnostic[]): readonly WireDiagnostic[] =>
  diagnostics.filter(({ severity }) => severity === 'error');

/** The query with the fixes of its errors, then with names of fields that the data has. */
const correct = (query: string, knowledge: Knowledge, checker: Checker): string => {
  const mended = mendErrors(query, knowledge);
  const fixes = checker.check(mended).flatMap(({ code, fix }) => (code === FIELD_NOT_SEEN && fix ? [fix] : []));
  // From the end, so that the places before stay what they are.
  return fixes
    .toSorted((a, b) => b.start - a.start)
    .reduce((text, { start, end, text: written }) => text.slice(0, start) + written + text.slice(end), mended);
};

/** Checks a query against the data of the source; without its catalog, against the language alone. */
export const mendingOf = async (
  query: string,
  { source, call }: Pick<ToolCall, 'source' | 'call'>,
  withLint = false,
): Promise<Mending> => {
  const read = await source.catalog(call);
  const catalog = read.ok ? read.value : null;
  const checker = createChecker(catalog, withLint, source.tables);
  const diagnostics = checker.check(query);
  const mended = correct(query, catalog ? knowledgeOf(catalog, source.tables) : NOTHING_KNOWN, checker);
  const corrected = mended === query ? null : mended;
  return {
    diagnostics,
    corrected,
    remaining: corrected === null ? [] : errorsOf(checker.check(corrected)),
    near: catalog ? nearFields(query, diagnostics, catalog) : [],
  };
};

/** Diagnostics with their places, then how to go on. */
export const mendingText = (query: string, { diagnostics, corrected, remaining, near }: Mending): string => {
  const places = diagnostics.map((diagnostic) => excerpt(query, 'query', diagnostic, false));
  if (near.length > 0) places.push(`Fields with such names: ${near.map(visible).join(', ')}\n`);
  if (corrected !== null)
    places.push(
      remaining.length === 0
        ? `The query with the fixes in it, checked and not run:\n${corrected}\n`
        : `With the fixes in it, and still wrong (${remaining.map((d) => visible(d.message)).join('; ')}):\n${corrected}\n`,
    );
  return places.join('\n');
};

/** Why there is no answer. For a query that is wrong also where, and what to write instead. */
export const failureText = async (
  failure: SourceFailure,
  query: string | null,
  call: Pick<ToolCall, 'source' | 'call'>,
): Promise<string> => {
  const head = `${failure.code}: ${visible(failure.message)}\n`;
  if (query === null || failure.code !== 'INVALID_QUERY') return head;
  const mending = await mendingOf(query, call);
  const isExplained = errorsOf(mending.diagnostics).length > 0;
  return isExplained ? `The query was not run.\n\n${mendingText(query, mending)}` : head;
};
