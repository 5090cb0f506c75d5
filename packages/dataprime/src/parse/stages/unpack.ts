import type { Name } from '../../ast/expr.ts';
import type { EnrichStage, ExplodeStage, ExtractStage } from '../../ast/stage.ts';
import { at, spanFrom } from '../cursor.ts';
import { acceptWord, expectName, expectOneOf, expectWord } from '../expect.ts';
import { readArguments } from '../expr/call.ts';
import type { Parser } from '../parser.ts';
import { readInto, readTypedKeys } from './clauses.ts';
import { readDataset } from './dataset.ts';

/** Commands that take a value apart or look it up. */

export const readExtract = (p: Parser, keyword: Name): ExtractStage => {
  const source = p.readExpr(p);
  const into = readInto(p);
  expectWord(p, 'using');
  const extractor = expectName(p, 'the name of an extractor', 'function');
  const args = at(p, '(') && !p.panic ? readArguments(p) : [];
  const datatypes = acceptWord(p, 'datatypes') === null ? [] : readTypedKeys(p);
  const span = spanFrom(p, keyword.span.start);
  return { kind: 'extract', keyword, source, into, extractor, args, datatypes, span };
};

export const readExplode = (p: Parser, keyword: Name): ExplodeStage => {
  const source = p.readExpr(p);
  const into = readInto(p);
  const original = acceptWord(p, 'original') === null ? null : expectOneOf(p, ['discard', 'preserve']);
  return { kind: 'explode', keyword, source, into, original, span: spanFrom(p, keyword.span.start) };
};

export const readEnrich = (p: Parser, keyword: Name): EnrichStage => {
  const source = p.readExpr(p);
  const into = readInto(p);
  const table = expectWord(p, 'using') ? readDataset(p) : [];
  return { kind: 'enrich', keyword, source, into, table, span: spanFrom(p, keyword.span.start) };
};
