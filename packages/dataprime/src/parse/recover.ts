import { rescanRegex, rescanTemplate } from '../lex/rescan.ts';
import { scan } from '../lex/scan.ts';
import { isPunct, type Token } from '../lex/token.ts';
import { reread, settle } from './cursor.ts';
import type { Parser } from './parser.ts';

const CLOSERS: ReadonlyMap<string, string> = new Map([
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
]);
/** Stands on the stack of open brackets for `{` inside an interpolated string. */
const TEMPLATE = '`}';

const marksText = (token: Token): string => (token.kind === 'punct' ? token.text : '');

/** Whether `/` after this token opens a regular expression rather than divides. */
const expectsOperand = (before: Token | undefined): boolean =>
  before !== undefined && before.kind === 'punct' && ![')', ']', '}'].includes(before.text);

/** A token as the parser would have read it in its place. */
const inPlace = (text: string, token: Token, before: Token | undefined, open: readonly string[]): Token => {
  if (isPunct(token, '}') && open.at(-1) === TEMPLATE) return rescanTemplate(text, token);
  if (!isPunct(token, '/') || !expectsOperand(before)) return token;
  const regex = rescanRegex(text, token);
  return regex.closed ? regex : token;
};

/** Keeps the stack of open brackets. A closing bracket that fits none is passed over. */
const balance = (open: string[], token: Token): void => {
  if (token.kind === 'template') {
    if (token.text.startsWith('}')) open.pop();
    if (token.closed && token.text.endsWith('{')) open.push(TEMPLATE);
    return;
  }
  const mark = marksText(token);
  const closer = CLOSERS.get(mark);
  if (closer !== undefined) open.push(closer);
  else if (mark !== '' && open.at(-1) === mark) open.pop();
};

/**
 * Passes over tokens up to the mark that closes the bracket that is open here; false, with nothing taken, where none
 * does. Brackets that stay open are not looked for again: all searches together stay linear.
 */
export const skipToClosing = (p: Parser, mark: string): boolean => {
  if (p.bracketsUnbalanced || p.abandoned || p.current.kind === 'end') return false;
  const tokens: Token[] = [];
  const open: string[] = [mark];
  let token = p.current;
  for (;;) {
    token = inPlace(p.text, token, tokens.at(-1), open);
    if (token.kind === 'end') {
      p.bracketsUnbalanced = true;
      return false;
    }
    if (open.length === 1 && isPunct(token, mark)) break;
    balance(open, token);
    tokens.push(token);
    p.scanCount++;
    token = scan(p.text, token.end);
  }
  take(p, tokens, token);
  return true;
};

interface Skipped {
  readonly tokens: readonly Token[];
  readonly next: Token;
}

const stopsAt = (p: Parser, token: Token, open: readonly string[]): boolean => {
  if (token.kind === 'end') return true;
  if (isPunct(token, '|') && (open.length === 0 || p.bracketsUnbalanced)) return true;
  return isPunct(token, ')') && open.length === 0 && p.nestingDepth > 0;
};

/**
 * Looks ahead for where reading can go on. When brackets turn out to be open to the end of the text, the first `|`
 * inside them is that place, for this search and, so that all searches together stay linear, for all later ones.
 */
const findNext = (p: Parser): Skipped => {
  const tokens: Token[] = [];
  const open: string[] = [];
  let firstBar = -1;
  let token = p.current;
  for (;;) {
    token = inPlace(p.text, token, tokens.at(-1), open);
    if (stopsAt(p, token, open)) break;
    if (isPunct(token, '|') && firstBar < 0) firstBar = tokens.length;
    balance(open, token);
    tokens.push(token);
    p.scanCount++;
    token = scan(p.text, token.end);
  }
  const bar = tokens[firstBar];
  if (token.kind !== 'end' || open.length === 0 || bar === undefined) return { tokens, next: token };
  p.bracketsUnbalanced = true;
  return { tokens: tokens.slice(0, firstBar), next: bar };
};

/** Passes over the rest of a stage: to the `|` on the same level, to the `)` around the query, or to the end. */
export const skipStage = (p: Parser): void => {
  const { tokens, next } = findNext(p);
  take(p, tokens, next);
};

const take = (p: Parser, tokens: readonly Token[], next: Token): void => {
  tokens.forEach(({ kind, text, start, end }, index) => {
    p.tokens.push({ kind, text, start, end, role: 'skipped' });
    p.previousEnd = end;
    reread(p, tokens[index + 1] ?? next);
    settle(p);
  });
};
