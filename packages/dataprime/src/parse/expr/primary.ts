import type { Expr, SeverityName } from '../../ast/expr.ts';
import { SEVERITIES } from '../../ast/expr.ts';
import { rescanNegative } from '../../lex/rescan.ts';
import type { Token } from '../../lex/token.ts';
import { advance, at, nameOf, peek, reread, spanFrom, spanOf, textOf } from '../cursor.ts';
import { expect, expectClosing, listOf, missingExpr, nextIs } from '../expect.ts';
import { built, builtAround, nested } from '../nesting.ts';
import type { Parser } from '../parser.ts';
import { foreign, report, unexpected } from '../report.ts';
import { readCall } from './call.ts';
import { caseForm, nearestCaseForm, readCase } from './case.ts';
import { keypath, readRoot } from './keypath.ts';
import { readIntervalLiteral, readMalformed, readNumber, readRegex, readString, readTimestamp } from './literals.ts';
import { readTemplate } from './template.ts';

const severityOf = (text: string): SeverityName | undefined => SEVERITIES.find((name) => name === text);

const FOREIGN_CONSTANTS: ReadonlyMap<string, string> = new Map([
  ['NULL', 'null'],
  ['TRUE', 'true'],
  ['True', 'true'],
  ['FALSE', 'false'],
  ['False', 'false'],
]);

const constant = (token: Token, text: string): Expr | null => {
  if (text === 'null') return { kind: 'null', span: spanOf(token) };
  if (text === 'true' || text === 'false') return { kind: 'bool', value: text === 'true', span: spanOf(token) };
  return null;
};

/** A word where a value is expected: a constant, a severity, a case, a call or the first key of a path. */
const readWord = (p: Parser): Expr => {
  const token = p.current;
  const { text, start } = token;
  const severity = severityOf(text);
  if (severity !== undefined) {
    advance(p, 'severity');
    return { kind: 'severity', name: severity, span: spanOf(token) };
  }
  const meant = nextIs(p, '(') || nextIs(p, '.') ? text : (FOREIGN_CONSTANTS.get(text) ?? text);
  const value = constant(token, meant);
  if (value !== null) {
    advance(p, 'constant');
    if (meant !== text) foreign(p, spanOf(token), `expected \`${meant}\`, found \`${text}\``, meant);
    return value;
  }
  const form = caseForm(text);
  if (form !== null && nextIs(p, '{')) return readCase(p, form);
  const nearForm = /^case/i.test(text) && nextIs(p, '{') ? nearestCaseForm(text) : null;
  if (nearForm !== null) {
    foreign(p, spanOf(token), `expected \`${nearForm}\`, found \`${text}\``, nearForm);
    return readCase(p, nearForm);
  }
  if (nextIs(p, '(')) return readCall(p, start, nameOf(advance(p, 'function')), null);
  if (text === '_') {
    unexpected(p, 'an expression');
    advance(p, 'skipped');
    return { kind: 'error', span: spanOf(token) };
  }
  advance(p, 'key');
  return keypath(p, start, null, [{ kind: 'key', key: text, span: spanOf(token) }]);
};

/** `(source logs …`: a query in plain parentheses where a value is expected. */
export const atBareQuery = (p: Parser): boolean =>
  at(p, '(') &&
  /^(?:source|from)$/.test(peek(p).text) &&
  /^\s+[\w"']/.test(p.text.slice(peek(p).end, peek(p).end + 100));

/** Read as `(| query |)`. */
export const readBareQuery = (p: Parser): Expr => {
  const { start } = p.current;
  return builtAround(p, () => {
    advance(p, 'punctuation');
    const before = p.diagnostics.length;
    const query = nested(p, () => p.readQuery(p));
    const isClosed = expectClosing(p, ')');
    const span = spanFrom(p, start);
    const text = `(| ${textOf(p, query.span).trim()} |)`;
    if (isClosed && p.diagnostics.length === before)
      foreign(p, span, 'expected a query in `(|` and `|)`, found one in parentheses', text);
    return { kind: 'subquery', query, span };
  });
};

/** `( expr )` or `(| query |)`. */
const readParenthesis = (p: Parser): Expr => {
  const start = p.current.start;
  if (nextIs(p, '|')) {
    return builtAround(p, () => {
      advance(p, 'punctuation');
      advance(p, 'punctuation');
      const query = nested(p, () => p.readQuery(p));
      const inside = { start: p.previousEnd, end: p.previousEnd };
      expect(p, '|', 'punctuation', at(p, ')') ? { fix: { title: 'Write `|)`', span: inside, text: ' |' } } : {});
      expectClosing(p, ')');
      return { kind: 'subquery', query, span: spanFrom(p, start) };
    });
  }
  if (atBareQuery(p)) return readBareQuery(p);
  return nested(p, () => {
    advance(p, 'punctuation');
    const expr = p.readExpr(p);
    expectClosing(p, ')');
    return built(p, { kind: 'paren', expr, span: spanFrom(p, start) }, [expr]);
  });
};

const readArray = (p: Parser): Expr => {
  const { start } = advance(p, 'punctuation');
  const items = at(p, ']') ? [] : nested(p, () => listOf(p, 'an element', () => p.readExpr(p)));
  expectClosing(p, ']');
  return built(p, { kind: 'array', items, span: spanFrom(p, start) }, items);
};

/** `@( expr )` and ``@`…` `` from the `@`. */
const readDynamicTimestamp = (p: Parser): Expr => {
  const { start } = advance(p, 'punctuation');
  if (p.current.kind === 'template') {
    const expr = readTemplate(p);
    return built(p, { kind: 'dynamic-timestamp', expr, span: spanFrom(p, start) }, [expr]);
  }
  if (!at(p, '(')) {
    unexpected(p, 'a quoted time, digits or `(` after `@`');
    return { kind: 'error', span: spanFrom(p, start) };
  }
  return nested(p, () => {
    advance(p, 'punctuation');
    const expr = p.readExpr(p);
    expectClosing(p, ')');
    return built(p, { kind: 'dynamic-timestamp', expr, span: spanFrom(p, start) }, [expr]);
  });
};

/** `.5` for `0.5`; null when no digits follow the dot. */
const readBareFraction = (p: Parser): Expr | null => {
  const next = peek(p);
  if (next.kind !== 'number' || next.start !== p.current.end || !/^\d+$/.test(next.text)) return null;
  const { start } = advance(p, 'literal');
  const { end } = advance(p, 'literal');
  const span = { start, end };
  const text = `0.${next.text}`;
  report(p, 'DP1006', span, `expected \`${text}\`, found \`.${next.text}\``, {
    fix: { title: `Write \`${text}\``, span, text },
  });
  return { kind: 'number', value: Number(text), text, span };
};

const readMark = (p: Parser): Expr | null => {
  switch (p.current.text) {
    case '(':
      return readParenthesis(p);
    case '[':
      return readArray(p);
    case '/':
      return readRegex(p);
    case '@':
      return readDynamicTimestamp(p);
    case '.':
      return readBareFraction(p);
    case '-': {
      const literal = rescanNegative(p.text, p.current, peek(p));
      if (literal === null) return null;
      reread(p, literal);
      return readPrimary(p);
    }
    default:
      return null;
  }
};

/** The smallest expressions: literals, keypaths' beginnings, parentheses, arrays, cases, calls. */
export const readPrimary = (p: Parser): Expr => {
  const { kind, start } = p.current;
  switch (kind) {
    case 'ident':
      return readWord(p);
    case 'root':
      return keypath(p, start, readRoot(p), []);
    case 'string':
      return readString(p);
    case 'number':
      return readNumber(p);
    case 'interval':
      return readIntervalLiteral(p);
    case 'malformed':
      return readMalformed(p);
    case 'timestamp':
      return readTimestamp(p);
    case 'template':
      return readTemplate(p);
    case 'punct':
    case 'regex':
    case 'end': {
      const read = readMark(p);
      if (read !== null) return read;
      unexpected(p, 'an expression');
      return missingExpr(p);
    }
  }
};
