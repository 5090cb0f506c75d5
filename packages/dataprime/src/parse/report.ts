import type { Span } from '@clearspan/text';
import type { DiagnosticCode } from '../diagnostics/codes.ts';
import type { Diagnostic, Fix, Severity } from '../diagnostics/diagnostic.ts';
import { isPunct, type Token } from '../lex/token.ts';
import { diagnosticCountMax } from './limits.ts';
import type { Parser } from './parser.ts';

export interface ReportOptions {
  readonly severity?: Severity;
  readonly fix?: Fix;
  /** The word that was most likely meant. */
  readonly near?: string;
}

/** Adds a diagnostic, unless reading was given up or there are enough of them. */
export const report = (
  p: Parser,
  code: DiagnosticCode,
  span: Span,
  message: string,
  { severity = 'error', fix }: ReportOptions = {},
): void => {
  if (p.abandoned || p.diagnostics.length >= diagnosticCountMax) return;
  const { start, end } = span;
  const diagnostic: Diagnostic = { code, severity, message, span: { start, end } };
  p.diagnostics.push(fix === undefined ? diagnostic : { ...diagnostic, fix });
};

const shownLengthMax = 32;

/** A token as messages name it. */
export const describe = (token: Token): string => {
  if (token.kind === 'end') return 'the end of the query';
  const text = token.text.length > shownLengthMax ? `${token.text.slice(0, shownLengthMax)}…` : token.text;
  return text.includes('`') ? text : `\`${text}\``;
};

/** Whether something is missing here, rather than something else standing in its place. */
const endsSomething = (token: Token): boolean =>
  token.kind === 'end' || [')', ']', '}', '|', ','].some((mark) => isPunct(token, mark));

/** "expected X, found Y" at the current token. Silent while an earlier error still explains this one. */
export const unexpected = (p: Parser, expected: string, options: ReportOptions = {}): void => {
  if (p.panic) return;
  p.panic = true;
  // A character that cannot be read, told already, is why the text does not fit.
  if (p.current.trivia.some(({ kind }) => kind === 'unknown')) return;
  const code = endsSomething(p.current) ? 'DP1005' : 'DP1003';
  const hint = options.near === undefined ? '' : `; did you mean \`${options.near}\`?`;
  report(p, code, p.current, `expected ${expected}, found ${describe(p.current)}${hint}`, options);
};

/**
 * A spelling of another language. Reading goes on as if the right one stood there. Silent while an earlier error makes
 * it doubtful what stands there.
 */
export const foreign = (p: Parser, span: Span, message: string, replacement?: string, replaced: Span = span): void => {
  if (p.panic) return;
  const fix =
    replacement === undefined ? undefined : { title: titleOf(replacement), span: replaced, text: replacement };
  report(p, 'DP1008', span, message, fix === undefined ? {} : { fix });
};

const titleOf = (replacement: string): string =>
  replacement === ''
    ? 'Remove it'
    : `Write \`${replacement.length > 60 ? `${replacement.slice(0, 60)}…` : replacement}\``;

/** Ends the reading: the rest of the text is left unread, and nothing more is reported. */
export const giveUp = (p: Parser, code: DiagnosticCode, span: Span, message: string): void => {
  report(p, code, span, message);
  const end = p.text.length;
  p.abandoned = true;
  p.panic = true;
  p.ahead = null;
  p.current = { kind: 'end', text: '', start: end, end, closed: true, trivia: [] };
};
