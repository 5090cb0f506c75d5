import type { Expr, TemplateExpr } from '../../ast/expr.ts';
import { rescanTemplate } from '../../lex/rescan.ts';
import { advance, at, reread, spanFrom } from '../cursor.ts';
import { built, nested } from '../nesting.ts';
import type { Parser } from '../parser.ts';
import { report, unexpected } from '../report.ts';
import { unescaped } from './literals.ts';

type Part = TemplateExpr['parts'][number];

/** Takes one stretch of text; tells whether an expression follows. */
const readStretch = (p: Parser, parts: Part[]): boolean => {
  const token = p.current;
  if (!token.closed) {
    report(p, 'DP1002', token, 'expected `` ` `` at the end of the interpolated string, found the end of the query');
    // What is missing behind it may stand inside it, and what a fix adds would.
    p.panic = true;
  }
  const start = token.start + 1;
  const value = unescaped(p, p.text.slice(start, token.closed ? token.end - 1 : token.end), start);
  if (value !== '') parts.push({ kind: 'text', value });
  const opens = token.closed && token.text.endsWith('{');
  advance(p, 'literal');
  return opens;
};

const emptyPart = (p: Parser, start: number): void =>
  report(p, 'DP1006', { start, end: p.current.end }, 'expected an expression between `{` and `}`, found none', {
    severity: 'warning',
    fix: { title: 'Remove the braces', span: { start, end: p.current.end }, text: '' },
  });

/** `` `text {expr}` ``. Each `}` that ends an expression is read again as the start of the next stretch. */
export const readTemplate = (p: Parser): TemplateExpr => {
  const start = p.current.start;
  const parts: Part[] = [];
  const inner: Expr[] = [];
  let opens = readStretch(p, parts);
  while (opens) {
    if (at(p, '}')) emptyPart(p, p.previousEnd - 1);
    else {
      const expr = nested(p, () => p.readExpr(p));
      parts.push({ kind: 'expr', expr });
      inner.push(expr);
    }
    if (!at(p, '}')) {
      unexpected(p, '`}`');
      break;
    }
    p.panic = false;
    reread(p, rescanTemplate(p.text, p.current));
    opens = readStretch(p, parts);
  }
  return built(p, { kind: 'template', parts, span: spanFrom(p, start) }, inner);
};
