import type { Expr, Name } from '../../ast/expr.ts';
import type { SourceStage, TimeFrame } from '../../ast/stage.ts';
import { advance, at, spanFrom, textOf } from '../cursor.ts';
import { acceptWord, expect, expectClosing, expectName, expectWord, listOf } from '../expect.ts';
import { intervalMeant } from '../expr/literals.ts';
import { nested, within } from '../nesting.ts';
import type { Parser } from '../parser.ts';
import { foreign } from '../report.ts';
import { readDataset } from './dataset.ts';

const readParams = (p: Parser): SourceStage['params'] =>
  nested(p, () => {
    expect(p, '(');
    const params = at(p, ')')
      ? []
      : listOf(p, 'a parameter', () => {
          const name = expectName(p, 'the name of a parameter', 'name');
          expect(p, '=');
          return { name, value: p.readExpr(p) };
        });
    expectClosing(p, ')');
    return params;
  });

/** `last 24 hours` for `last 24h`: taken as the interval that is meant. */
const inWords = (p: Parser, expr: Expr): Expr => {
  if (expr.kind !== 'number' || p.current.kind !== 'ident') return expr;
  const meant = intervalMeant(`${expr.text} ${p.current.text}`);
  if (meant === null) return expr;
  advance(p, 'skipped');
  const span = spanFrom(p, expr.span.start);
  foreign(p, span, `expected \`${meant.text}\`, found \`${textOf(p, span)}\``, meant.text);
  return { kind: 'interval', ...meant, span };
};

/** `around e [interval e]`, `between e and e`, `last e`, `timeshifted e`. */
const readFrame = (p: Parser): TimeFrame | null => {
  const { start } = p.current;
  if (acceptWord(p, 'around') !== null) {
    const at = p.readExpr(p);
    const interval = acceptWord(p, 'interval') === null ? null : p.readExpr(p);
    return { kind: 'around', at, interval, span: spanFrom(p, start) };
  }
  if (acceptWord(p, 'between') !== null) {
    const from = within(p, { beforeAnd: true }, () => p.readExpr(p));
    expectWord(p, 'and');
    const to = p.readExpr(p);
    return { kind: 'between', from, to, span: spanFrom(p, start) };
  }
  const kind = acceptWord(p, 'last') === null ? (acceptWord(p, 'timeshifted') === null ? null : 'timeshifted') : 'last';
  if (kind === null) return null;
  const interval = inWords(p, p.readExpr(p));
  return { kind, interval, span: spanFrom(p, start) };
};

/** What follows `source`. */
export const readSource = (p: Parser, keyword: Name): SourceStage => {
  const dataset = readDataset(p);
  const params = at(p, '(') && !p.panic ? readParams(p) : [];
  const frame = p.panic ? null : readFrame(p);
  return { kind: 'source', keyword, dataset, params, frame, span: spanFrom(p, keyword.span.start) };
};
