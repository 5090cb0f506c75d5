import type { Span } from '@clearspan/text';
import type { Name } from '../ast/expr.ts';
import type { Fix } from '../diagnostics/diagnostic.ts';
import { quote } from '../lex/escapes.ts';
import { scan } from '../lex/scan.ts';
import { isPunct, type Token } from '../lex/token.ts';
import type { Parser, Role } from './parser.ts';
import { report } from './report.ts';

/** What word processors make of the marks of the language. */
const LOOKALIKES: ReadonlyMap<string, string> = new Map([
  ['‘', "'"],
  ['’', "'"],
  ['“', "'"],
  ['”', "'"],
  ['｜', '|'],
  ['–', '-'],
  ['−', '-'],
  ['\\', '/'],
]);

/** A text between typographic quotes, on one line and of bounded length. */
const TYPOGRAPHIC = /[‘“]([^\n\r‘’“”]{0,1000})[’”]/y;

/** The fix for characters that cannot be read, when they look like others that can. */
const mendUnreadable = (p: Parser, span: Span, text: string): Fix | null => {
  TYPOGRAPHIC.lastIndex = span.start;
  const [quoted, inner = ''] = TYPOGRAPHIC.exec(p.text) ?? [];
  if (quoted !== undefined) {
    const replacement = quote(inner);
    const end = span.start + quoted.length;
    return { title: 'Write straight quotes', span: { start: span.start, end }, text: replacement };
  }
  const meant = LOOKALIKES.get(text);
  return meant === undefined ? null : { title: `Write \`${meant}\``, span, text: meant };
};

const settleUnreadable = (p: Parser, span: Span, text: string): void => {
  p.tokens.push({ kind: 'punct', text, ...span, role: 'skipped' });
  // The closing one of two quotes goes with the opening one.
  if ((p.diagnostics.findLast(({ code }) => code === 'DP1001')?.fix?.span.end ?? 0) >= span.end) return;
  const fix = mendUnreadable(p, span, text);
  const shown = text.length > 16 ? `${text.slice(0, 16)}…` : text;
  report(p, 'DP1001', span, `unexpected character \`${shown}\``, fix === null ? {} : { fix });
};

/** Takes note of what lies before a token that has become current for good. */
export const settle = (p: Parser): void => {
  for (const { kind, closed, ...span } of p.current.trivia) {
    const text = p.text.slice(span.start, span.end);
    if (kind === 'comment') p.comments.push({ text, span });
    if (!closed) report(p, 'DP1002', span, 'expected `*/` at the end of the comment, found the end of the query');
    if (kind === 'unknown') settleUnreadable(p, span, text);
  }
};

const scanFrom = (p: Parser, offset: number): Token => {
  p.scanCount++;
  return scan(p.text, offset);
};

/** The token after the current one. */
export const peek = (p: Parser): Token => {
  p.ahead ??= scanFrom(p, p.current.end);
  return p.ahead;
};

/** Takes the current token in the given role. The end is never left behind. */
export const advance = (p: Parser, role: Role): Token => {
  const token = p.current;
  if (token.kind === 'end') return token;
  const { kind, text, start, end } = token;
  p.tokens.push({ kind, text, start, end, role });
  p.previousEnd = end;
  p.current = p.ahead ?? scanFrom(p, end);
  p.ahead = null;
  settle(p);
  return token;
};

/** Puts another reading of the same place into the place of the current token. */
export const reread = (p: Parser, token: Token): void => {
  p.scanCount++;
  p.current = token;
  p.ahead = null;
};

export const at = (p: Parser, mark: string): boolean => isPunct(p.current, mark);

export const spanOf = ({ start, end }: Span): Span => ({ start, end });

/** From a start to the end of the token taken last. */
export const spanFrom = (p: Parser, start: number): Span => ({ start, end: Math.max(start, p.previousEnd) });

export const nameOf = (token: Token): Name => ({ text: token.text, span: spanOf(token) });

export const textOf = (p: Parser, { start, end }: Span): string => p.text.slice(start, end);

/** Takes the mark when it is there. */
export const accept = (p: Parser, mark: string, role: Role = 'punctuation'): boolean => {
  if (!at(p, mark)) return false;
  advance(p, role);
  return true;
};
