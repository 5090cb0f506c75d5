import type { Expr, Name } from '../../ast/expr.ts';
import type { SourceStage, TimeFrame } from '../../ast/stage.ts';
import { readInterval } from '../../lex/interval.ts';
import { advance, at, spanFrom, textOf } from '../cursor.ts';
import { acceptWord, expect, expectName, expectWord, listOf } from '../expect.ts';
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
    expect(p, ')');
    return params;
  });

const UNIT_WORD = /^(second|minute|hour|day|week)s?$/i;

/** `last 24 hours` for `last 24h`: taken as the interval that is meant. */
const inWords = (p: Parser, expr: Expr): Expr => {
  const [, unit] = (p.current.kind === 'ident' && UNIT_WORD.exec(p.current.text)) || [];
  if (unit === undefined || expr.kind !== 'number' || !/^-?\d+$/.test(expr.text)) return expr;
  const weeks = unit.toLowerCase() === 'week';
  const written = weeks ? `${expr.value * 7}d` : `${expr.text}${unit.charAt(0).toLowerCase()}`;
  const reading = readInterval(written);
  if (!reading.ok) return expr;
  advance(p, 'skipped');
  const span = spanFrom(p, expr.span.start);
  foreign(p, span, `expected \`${written}\`, found \`${textOf(p, span)}\``, written);
  return { kind: 'interval', nanos: reading.nanos, text: written, span };
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
  const params = at(p, '(') ? readParams(p) : [];
  const frame = readFrame(p);
  return { kind: 'source', keyword, dataset, params, frame, span: spanFrom(p, keyword.span.start) };
};
