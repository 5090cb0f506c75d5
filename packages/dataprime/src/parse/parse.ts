import type { Comment, Query } from '../ast/query.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { settle } from './cursor.ts';
import { readExpr } from './expr/expr.ts';
import { queryLengthMax } from './limits.ts';
import { createParser, type Parser, type ReadToken } from './parser.ts';
import { readQuery } from './query.ts';
import { report } from './report.ts';

/** A text that has been read. `query` is whole even when `diagnostics` holds errors. */
export interface Parsed {
  readonly query: Query;
  /** In the order of the text. */
  readonly comments: readonly Comment[];
  /** In the order of the text; the code is one of DP1xxx or a lint that only the spelling shows. */
  readonly diagnostics: readonly Diagnostic[];
  readonly text: string;
}

/** What the formatter and the highlighter need beside the tree. */
export interface ParsedTokens extends Parsed {
  /** In the order of the text, comments left out. */
  readonly tokens: readonly ReadToken[];
  /** How many tokens were read, those read again included. */
  readonly scanCount: number;
}

/** The tree of a text that is not read. */
const readNothing = (p: Parser, length: number): Query => {
  const span = { start: 0, end: length };
  report(p, 'DP1009', span, `expected at most ${queryLengthMax} characters, found ${length}`);
  return { kind: 'query', stages: [], span };
};

/** Reads a query together with its tokens. */
export const parseTokens = (text: string): ParsedTokens => {
  const isTooLong = text.length > queryLengthMax;
  const p = createParser(isTooLong ? '' : text, { readExpr, readQuery });
  settle(p);
  const query = isTooLong ? readNothing(p, text.length) : readQuery(p);
  const diagnostics = [...p.diagnostics].sort((a, b) => a.span.start - b.span.start);
  const { comments, tokens, scanCount } = p;
  return { query, comments, diagnostics, text, tokens, scanCount };
};

/**
 * Reads DataPrime. Never throws and never stops at the first error: where something is wrong, the tree holds an
 * error node or what was most likely meant, and a diagnostic says so. Texts longer than 65,536 UTF-16 code units are
 * not read (DP1009).
 */
export const parse = (text: string): Parsed => {
  const { query, comments, diagnostics } = parseTokens(text);
  return { query, comments, diagnostics, text };
};
