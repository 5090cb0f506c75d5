import { closest, type Span } from '@clearspan/text';
import type { Expr, Name } from '../ast/expr.ts';
import { accept, advance, at, nameOf, peek, spanOf } from './cursor.ts';
import type { Parser, Role } from './parser.ts';
import { skipToClosing } from './recover.ts';
import { foreign, type ReportOptions, unexpected } from './report.ts';

/** Takes the mark, or says that it is missing. A mark found is a place where reading is in step again. */
export const expect = (p: Parser, mark: string, role: Role = 'punctuation', options?: ReportOptions): boolean => {
  if (accept(p, mark, role)) {
    p.panic = false;
    return true;
  }
  unexpected(p, `\`${mark}\``, options);
  return false;
};

/** The fix for a bracket that nothing closes: it is closed where the text ends, or before what goes on outside it. */
const closing = (p: Parser, mark: string): ReportOptions => {
  const isEnd = p.current.kind === 'end' || (at(p, '|') && !nextIs(p, ')'));
  const span = { start: p.previousEnd, end: p.previousEnd };
  return isEnd ? { fix: { title: `Write \`${mark}\``, span, text: mark } } : {};
};

/** Takes a closing bracket. Where something else stands, that is told and passed over up to the bracket, if it is there. */
export const expectClosing = (p: Parser, mark: string): boolean => {
  if (at(p, mark)) return expect(p, mark);
  unexpected(p, `\`${mark}\``, closing(p, mark));
  return skipToClosing(p, mark) && expect(p, mark);
};

/** Whether the current word is this clause word, written in lower case or, as other languages do, not. */
export const atWord = (p: Parser, word: string): boolean =>
  p.current.kind === 'ident' && (p.current.text === word || p.current.text.toLowerCase() === word);

/** Takes a clause word. Upper case is a spelling of other languages. */
export const acceptWord = (p: Parser, word: string): Name | null => {
  if (!atWord(p, word)) return null;
  const token = advance(p, 'keyword');
  if (token.text !== word) foreign(p, spanOf(token), `expected \`${word}\`, found \`${token.text}\``, word);
  return { text: word, span: spanOf(token) };
};

/** What is written instead of a clause word, in other languages or in other commands. */
const MISTAKEN: ReadonlyMap<string, readonly string[]> = new Map([
  ['into', ['as', 'to']],
  ['to', ['into', 'as', 'with']],
  ['with', ['from', 'to', 'by', '=']],
  ['from', ['=', 'with']],
]);

/** Takes what was written instead of the word, and says so. */
const acceptMistaken = (p: Parser, word: string): boolean => {
  if (p.panic || MISTAKEN.get(word)?.includes(p.current.text) !== true) return false;
  const token = advance(p, 'keyword');
  foreign(p, spanOf(token), `expected \`${word}\`, found \`${token.text}\``, word);
  return true;
};

export const expectWord = (p: Parser, word: string, options?: ReportOptions): boolean => {
  if (acceptWord(p, word) !== null || acceptMistaken(p, word)) {
    p.panic = false;
    return true;
  }
  const near = options === undefined && p.current.kind === 'ident' && closest(p.current.text, [word]) !== null;
  const fix = { title: `Write \`${word}\``, span: spanOf(p.current), text: word };
  unexpected(p, `\`${word}\``, near ? { fix, near: word } : options);
  if (!near) return false;
  advance(p, 'keyword');
  p.panic = false;
  return true;
};

/** One of several words, by its exact spelling; a near miss is taken for the nearest and said so. */
export const expectOneOf = <W extends string>(p: Parser, words: readonly W[]): W | null => {
  const token = p.current;
  const exact = words.find((word) => token.kind === 'ident' && token.text === word);
  if (exact !== undefined) {
    advance(p, 'keyword');
    return exact;
  }
  const list = words
    .map((word) => `\`${word}\``)
    .join(', ')
    .replace(/, ([^,]*)$/, ' or $1');
  const near = token.kind === 'ident' ? closest(token.text, words) : null;
  const fix = near === null ? {} : { near, fix: { title: `Write \`${near}\``, span: spanOf(token), text: near } };
  unexpected(p, list, fix);
  if (near === null) return null;
  advance(p, 'keyword');
  p.panic = false;
  return words.find((word) => word === near) ?? null;
};

/** A word of the writer's choice: a name, a type. An empty name stands where none is found. */
export const expectName = (p: Parser, what: string, role: Role): Name => {
  if (p.current.kind === 'ident') return nameOf(advance(p, role));
  unexpected(p, what);
  return { text: '', span: { start: p.current.start, end: p.current.start } };
};

/** Where an expression is missing: nothing is taken. */
export const missingExpr = (p: Parser): Expr => ({
  kind: 'error',
  span: { start: p.current.start, end: p.current.start },
});

/** The fix for a comma with nothing after it. */
const trailingComma = (p: Parser, comma: Span, isClause: boolean): ReportOptions => {
  const ends = isClause || p.current.kind === 'end' || [')', ']', '}', '|'].some((mark) => at(p, mark));
  return ends ? { fix: { title: 'Remove the comma', span: comma, text: '' } } : {};
};

/**
 * `item (, item)*`. A comma brings reading back into step. `what` names the item in messages; `atClause` tells whether a
 * word that goes on after the list stands here rather than an item.
 */
export const listOf = <T>(
  p: Parser,
  what: string,
  item: () => T,
  atClause: (p: Parser) => boolean = () => false,
): readonly T[] => {
  const items = [item()];
  while (at(p, ',')) {
    // An item that is missing before the comma is told already.
    const isTold = p.panic;
    const comma = spanOf(advance(p, 'punctuation'));
    p.panic = false;
    const isClause = atClause(p);
    const options = trailingComma(p, comma, isClause);
    if (options.fix !== undefined) {
      if (!isTold) unexpected(p, `${what} after \`,\``, options);
      p.panic = !isClause;
      break;
    }
    items.push(item());
  }
  return items;
};

/** Whether this clause word stands here, a word or a value after it: a key of its name would go on with a mark. */
export const atClauseWord = (p: Parser, word: string): boolean => {
  if (!atWord(p, word)) return false;
  const { kind, text } = peek(p);
  return kind !== 'end' && kind !== 'punct' && text !== word && text !== 'as';
};

/** Whether the token after the current one is this mark. */
export const nextIs = (p: Parser, mark: string): boolean => peek(p).kind === 'punct' && peek(p).text === mark;
