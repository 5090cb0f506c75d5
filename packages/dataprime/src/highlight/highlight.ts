import type { Span } from '@clearspan/text';
import { parseTokens } from '../parse/parse.ts';
import type { ReadToken } from '../parse/parser.ts';

export type HighlightKind =
  | 'command'
  | 'keyword'
  | 'function'
  | 'key'
  | 'namespace'
  | 'string'
  | 'number'
  | 'interval'
  | 'timestamp'
  | 'regex'
  | 'operator'
  | 'punctuation'
  | 'comment'
  | 'severity'
  | 'type'
  | 'error';

export interface Highlight extends Span {
  readonly kind: HighlightKind;
}

const literalKind = ({ kind }: ReadToken): HighlightKind => {
  switch (kind) {
    case 'number':
    case 'interval':
    case 'timestamp':
    case 'regex':
      return kind;
    case 'malformed':
      return 'error';
    case 'string':
    case 'template':
      return 'string';
    case 'ident':
    case 'root':
    case 'punct':
    case 'end':
      return 'key';
  }
};

const kindOf = (token: ReadToken): HighlightKind => {
  switch (token.role) {
    case 'command':
    case 'keyword':
    case 'function':
    case 'key':
    case 'namespace':
    case 'type':
    case 'severity':
      return token.role;
    case 'constant':
      return 'keyword';
    case 'literal':
      return literalKind(token);
    case 'name':
      return token.kind === 'string' ? 'string' : 'key';
    case 'prefix':
    case 'infix':
      return 'operator';
    case 'cast':
    case 'index':
    case 'punctuation':
      return 'punctuation';
    case 'skipped':
      return token.kind === 'string' || token.kind === 'number' ? token.kind : 'error';
  }
};

/**
 * What each piece of a query is, in the order of the text, blanks left out. Pieces never overlap. Works on any text:
 * what cannot be read is `error`.
 */
export const highlight = (text: string): readonly Highlight[] => {
  const { tokens, comments } = parseTokens(text);
  const found: Highlight[] = [
    ...tokens.map((token): Highlight => ({ start: token.start, end: token.end, kind: kindOf(token) })),
    ...comments.map(({ span }): Highlight => ({ ...span, kind: 'comment' })),
  ];
  return found.sort((a, b) => a.start - b.start);
};
