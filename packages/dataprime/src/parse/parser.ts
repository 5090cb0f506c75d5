import type { Span } from '@clearspan/text';
import type { Expr } from '../ast/expr.ts';
import type { Comment, Query } from '../ast/query.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { scan } from '../lex/scan.ts';
import type { Token, TokenKind } from '../lex/token.ts';

/** What a token turned out to mean: the highlighter colours by it, the formatter spaces by it. */
export type Role =
  | 'command'
  | 'keyword'
  | 'function'
  | 'key'
  | 'name' // of a dataset, parameter, argument or extractor
  | 'namespace'
  | 'type'
  | 'constant'
  | 'severity'
  | 'literal'
  | 'prefix' // ! and - before their operand
  | 'infix'
  | 'cast' // : before a type
  | 'index' // [ after an operand
  | 'punctuation'
  | 'skipped';

export interface ReadToken extends Span {
  readonly kind: TokenKind;
  readonly text: string;
  readonly role: Role;
}

/** How an expression's surroundings change what ends it. Each parenthesis starts with none of them set. */
export interface Context {
  /** `and` belongs to `between a and b`, not to the expression. */
  readonly beforeAnd: boolean;
  /** `:` belongs to `a ? b : c`, a spelling of other languages. */
  readonly beforeColon: boolean;
  /** A word with parentheses starts the aggregates of `groupby key count()`. */
  readonly beforeAggregates: boolean;
}

export const PLAIN: Context = { beforeAnd: false, beforeColon: false, beforeAggregates: false };

/**
 * The state of one reading. `current` is the next token that nobody has taken yet. The two functions tie the knot
 * between expressions and queries, which contain each other.
 */
export interface Parser {
  readonly text: string;
  current: Token;
  /** The token after `current`, once somebody has looked. */
  ahead: Token | null;
  /** Where the token taken last ended. */
  previousEnd: number;
  context: Context;
  /** Set by a syntax error, cleared where reading is known to be in step again. Silences errors that only follow. */
  panic: boolean;
  /** Set when nothing more of the text is read. */
  abandoned: boolean;
  /** Set once brackets were found open at the end of the text: recovery then trusts `|` inside brackets. */
  bracketsUnbalanced: boolean;
  nestingDepth: number;
  /** The height of the tallest expression built since it was last set to 0. */
  tallest: number;
  /** Tokens read from the text, those read again included: the measure of work. */
  scanCount: number;
  readonly heights: WeakMap<Expr, number>;
  readonly tokens: ReadToken[];
  readonly comments: Comment[];
  readonly diagnostics: Diagnostic[];
  readonly readExpr: (p: Parser) => Expr;
  readonly readQuery: (p: Parser) => Query;
}

/** A parser before the first token of `text`; its trivia is not taken yet. */
export const createParser = (text: string, rules: Pick<Parser, 'readExpr' | 'readQuery'>): Parser => ({
  ...rules,
  text,
  current: scan(text, 0),
  ahead: null,
  previousEnd: 0,
  context: PLAIN,
  panic: false,
  abandoned: false,
  bracketsUnbalanced: false,
  nestingDepth: 0,
  tallest: 0,
  scanCount: 1,
  heights: new WeakMap(),
  tokens: [],
  comments: [],
  diagnostics: [],
});
