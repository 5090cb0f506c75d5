import { closest, type Span } from '@clearspan/text';
import type { Expr, Name } from '../ast/expr.ts';
import { accept, advance, at, nameOf, peek, spanOf } from './cursor.ts';
import type { Parser, Role } from './parser.ts';
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

export const expectWord = (p: Parser, word: string, options?: ReportOptions): boolean => {
  if (acceptWord(p, word) !== null) {
    p.panic = false;
    return true;
  }
  unexpected(p, `\`${word}\``, options);
  return false;
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
  const fix = near === null ? {} : { fix: { title: `Write \`${near}\``, span: spanOf(token), text: near } };
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
const trailingComma = (p: Parser, comma: Span): ReportOptions => {
  const ends = p.current.kind === 'end' || [')', ']', '}', '|'].some((mark) => at(p, mark));
  return ends ? { fix: { title: 'Remove the comma', span: comma, text: '' } } : {};
};

/** `item (, item)*`. A comma brings reading back into step. `what` names the item in messages. */
export const listOf = <T>(p: Parser, what: string, item: () => T): readonly T[] => {
  const items = [item()];
  while (at(p, ',')) {
    const comma = spanOf(advance(p, 'punctuation'));
    p.panic = false;
    const options = trailingComma(p, comma);
    if (options.fix !== undefined) {
      unexpected(p, `${what} after \`,\``, options);
      break;
    }
    items.push(item());
  }
  return items;
};

/** Whether the token after the current one is this mark. */
export const nextIs = (p: Parser, mark: string): boolean => peek(p).kind === 'punct' && peek(p).text === mark;
