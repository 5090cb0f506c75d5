import type { Name } from '../../ast/expr.ts';
import type { SourceStage, TimeFrame } from '../../ast/stage.ts';
import { at, spanFrom } from '../cursor.ts';
import { acceptWord, expect, expectName, expectWord, listOf } from '../expect.ts';
import { nested, within } from '../nesting.ts';
import type { Parser } from '../parser.ts';
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
  const interval = p.readExpr(p);
  return { kind, interval, span: spanFrom(p, start) };
};

/** What follows `source`. */
export const readSource = (p: Parser, keyword: Name): SourceStage => {
  const dataset = readDataset(p);
  const params = at(p, '(') ? readParams(p) : [];
  const frame = readFrame(p);
  return { kind: 'source', keyword, dataset, params, frame, span: spanFrom(p, keyword.span.start) };
};
