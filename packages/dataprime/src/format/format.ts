import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { parseTokens } from '../parse/parse.ts';
import { writeStages } from './layout.ts';
import { type Piece, piecesOf } from './piece.ts';
import { createWriter, finish, flatWidth, writeFlat } from './writer.ts';

/** A query up to this length stays on one line. */
const shortLineColumnMax = 60;

export interface Formatted {
  /** The formatted text, or the text as it was when it has syntax errors. No line break at the end. */
  readonly text: string;
  readonly diagnostics: readonly Diagnostic[];
}

const write = (pieces: readonly Piece[]): string => {
  const w = createWriter();
  if (flatWidth(pieces) <= shortLineColumnMax) writeFlat(w, pieces, 0);
  else writeStages(w, pieces, 0);
  return finish(w);
};

/**
 * Lays a query out: one stage per line unless all of it fits a short one, at most 100 columns where the structure
 * allows, every comment kept. Formatting twice changes nothing more, and the tree stays the same. Spellings that mean
 * the same become one: `$data` is `$d`, double quotes are single ones.
 */
export const format = (text: string): Formatted => {
  const { tokens, comments, diagnostics } = parseTokens(text);
  if (diagnostics.some(({ severity }) => severity === 'error')) return { text, diagnostics };
  return { text: write(piecesOf(text, tokens, comments)), diagnostics };
};
