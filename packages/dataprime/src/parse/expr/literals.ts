import type { Span } from '@clearspan/text';
import type { Expr, StringExpr } from '../../ast/expr.ts';
import type { Fix } from '../../diagnostics/diagnostic.ts';
import { readEscapes } from '../../lex/escapes.ts';
import { readFractionalInterval, readInterval } from '../../lex/interval.ts';
import { rescanRegex } from '../../lex/rescan.ts';
import { readNumericTimestamp, readQuotedTimestamp } from '../../lex/timestamp.ts';
import type { Token } from '../../lex/token.ts';
import { intervalText } from '../../types/interval-text.ts';
import { advance, reread, spanOf } from '../cursor.ts';
import type { Parser } from '../parser.ts';
import { report } from '../report.ts';

const errorAt = (span: Span): Expr => ({ kind: 'error', span: spanOf(span) });

/** The value between quotes; `offset` is where the raw text starts. Escapes without meaning are told. */
export const unescaped = (p: Parser, raw: string, offset: number): string => {
  const { value, unknown } = readEscapes(raw);
  for (const { start, end } of unknown) {
    const span = { start: offset + start, end: offset + end };
    const written = p.text.slice(span.start, span.end);
    report(p, 'DP1006', span, `unknown escape \`${written}\`; the backslash is kept`, {
      severity: 'warning',
      fix: { title: 'Write the backslash twice', span, text: `\\${written}` },
    });
  }
  return value;
};

/** What follows on the stage was meant to stand inside or behind it: nothing can be said of it. */
const unterminated = (p: Parser, token: Token, mark: string, what: string): void => {
  report(p, 'DP1002', token, `expected ${mark} at the end of the ${what}, found the end of the line`);
  p.panic = true;
};

const between = (p: Parser, token: Token, opening: number): string => {
  const start = token.start + opening;
  return unescaped(p, p.text.slice(start, token.closed ? token.end - 1 : token.end), start);
};

/** Takes a string token. */
export const readString = (p: Parser, role: 'literal' | 'name' = 'literal'): StringExpr => {
  const token = p.current;
  if (!token.closed) unterminated(p, token, `\`${token.text.charAt(0)}\``, 'string');
  const value = between(p, token, 1);
  advance(p, role);
  return { kind: 'string', value, span: spanOf(token) };
};

export const readNumber = (p: Parser): Expr => {
  const token = advance(p, 'literal');
  const text = token.text.replace(/^-\s+/, '-');
  const value = Number(text);
  if (Number.isFinite(value)) return { kind: 'number', value, text, span: spanOf(token) };
  report(p, 'DP1006', token, 'expected a number that a double can hold, found a larger one');
  return errorAt(token);
};

/** `1h 30m`: one interval in pieces. */
const takePieces = (p: Parser): Token => {
  const first = advance(p, 'literal');
  const pieces = [first.text];
  let { end } = first;
  while (p.current.kind === 'interval') {
    end = p.current.end;
    pieces.push(advance(p, 'literal').text);
  }
  if (pieces.length === 1) return first;
  const [text, span] = [pieces.join(''), { start: first.start, end }];
  const fix = { title: `Write \`${text}\``, span, text };
  const found = p.text.slice(span.start, Math.min(end, span.start + 40));
  report(
    p,
    'DP1006',
    span,
    `expected an interval without blanks, found \`${found}\``,
    readInterval(text).ok ? { fix } : {},
  );
  return { ...first, text: readInterval(text).ok ? text : first.text, end };
};

export const readIntervalLiteral = (p: Parser): Expr => {
  const token = takePieces(p);
  const text = token.text.replace(/^-\s+/, '-');
  const reading = readInterval(text);
  if (!reading.ok) {
    report(p, 'DP1006', token, `malformed interval \`${text.slice(0, 40)}\`: ${reading.problem}`);
    return errorAt(token);
  }
  if (text.includes('w')) {
    const plain = intervalText(reading.nanos);
    report(p, 'DP3002', token, `the unit \`w\` is not documented; expected \`${plain}\``, {
      severity: 'warning',
      fix: { title: `Write \`${plain}\``, span: spanOf(token), text: plain },
    });
  }
  return { kind: 'interval', nanos: reading.nanos, text, span: spanOf(token) };
};

/** Units as other languages write them, by what they are here. Months and years have no fixed length. */
const UNITS: readonly (readonly [RegExp, string])[] = [
  [/^(?:w|wk|wks|weeks?)$/i, 'w'],
  [/^(?:d|days?)$/i, 'd'],
  [/^(?:h|hr|hrs|hours?)$/i, 'h'],
  [/^(?:m|min|mins|minutes?)$/, 'm'],
  [/^(?:s|sec|secs|seconds?)$/i, 's'],
  [/^(?:ms|millis?|msecs?|milliseconds?)$/i, 'ms'],
  [/^(?:us|micros?|microseconds?)$/i, 'us'],
  [/^(?:ns|nanos?|nanoseconds?)$/i, 'ns'],
];

/** `90min` or `24 hours` as the interval that is meant; null when it is none. */
export const intervalMeant = (written: string): { readonly text: string; readonly nanos: bigint } | null => {
  const [, sign = '', count = '', word = ''] = /^(-?)(\d+)\s*([A-Za-z]+)$/.exec(written) ?? [];
  const unit = UNITS.find(([pattern]) => pattern.test(word))?.[1];
  if (unit === undefined) return null;
  const text = unit === 'w' ? `${sign}${BigInt(count) * 7n}d` : `${sign}${count}${unit}`;
  const reading = readInterval(text);
  return reading.ok ? { text, nanos: reading.nanos } : null;
};

/** Digits run together with letters. Known mistakes are read as what they mean. */
export const readMalformed = (p: Parser): Expr => {
  const token = advance(p, 'literal');
  const span = spanOf(token);
  const nanos = readFractionalInterval(token.text);
  if (nanos !== null) {
    const text = intervalText(nanos);
    report(p, 'DP1006', span, `expected whole numbers in an interval, found \`${token.text}\``, {
      fix: { title: `Write \`${text}\``, span, text },
    });
    return { kind: 'interval', nanos, text, span };
  }
  const unit = intervalMeant(token.text);
  if (unit !== null) {
    report(p, 'DP1006', span, `expected \`${unit.text}\`, found \`${token.text}\``, {
      fix: { title: `Write \`${unit.text}\``, span, text: unit.text },
    });
    return { kind: 'interval', ...unit, span };
  }
  const plain = token.text.replaceAll('_', '');
  if (/^-?\d+(?:\.\d+)?$/.test(plain) && Number.isFinite(Number(plain))) {
    report(p, 'DP1006', span, `expected a number without separators, found \`${token.text.slice(0, 40)}\``, {
      fix: { title: 'Remove the separators', span, text: plain },
    });
    return { kind: 'number', value: Number(plain), text: plain, span };
  }
  report(p, 'DP1006', span, `expected a number or an interval such as \`1h30m\`, found \`${token.text.slice(0, 40)}\``);
  return errorAt(span);
};

/** `@now`, `@'NOW'`, `@'now-1d'`: the moment of the query, and an interval outside the quotes. */
const timestampMeant = (token: Token): Fix | null => {
  const [found, offset = ''] = /^@['"]?now\s*([+-]\s*\w+)?['"]?$/i.exec(token.text) ?? [];
  if (found === undefined) return null;
  const text = `@'now'${offset === '' ? '' : ` ${offset}`}`;
  return { title: `Write \`${text}\``, span: spanOf(token), text };
};

/** `@'…'` or `@digits`. */
export const readTimestamp = (p: Parser): Expr => {
  const token = p.current;
  const quoted = /^@['"]/.test(token.text);
  if (!token.closed) unterminated(p, token, `\`${token.text.charAt(1)}\``, 'timestamp');
  const reading = quoted ? readQuotedTimestamp(between(p, token, 2)) : readNumericTimestamp(token.text.slice(1));
  advance(p, 'literal');
  if (reading.ok && reading.isClamped)
    report(
      p,
      'DP1006',
      token,
      'expected a time between 1677-09-21 and 2262-04-11, which timestamps reach; it is read as the nearer end',
      {
        severity: 'warning',
      },
    );
  if (reading.ok) return { kind: 'timestamp', value: reading.value, text: token.text, span: spanOf(token) };
  if (token.closed) {
    const shown = token.text.length > 40 ? `${token.text.slice(0, 40)}…` : token.text;
    const fix = timestampMeant(token);
    report(p, 'DP1006', token, `malformed timestamp \`${shown}\`: ${reading.problem}`, fix === null ? {} : { fix });
  }
  return errorAt(token);
};

/** `/` where a value is expected. */
export const readRegex = (p: Parser): Expr => {
  reread(p, rescanRegex(p.text, p.current));
  const token = p.current;
  if (!token.closed) unterminated(p, token, '`/`', 'regular expression');
  const raw = token.text.slice(1, token.closed ? -1 : undefined);
  advance(p, 'literal');
  const pattern = raw.replace(/\\([\s\S])/g, (whole, char: string) => (char === '/' ? '/' : whole));
  return { kind: 'regex', pattern, span: spanOf(token) };
};
