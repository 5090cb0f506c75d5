import type { CatalogIndex } from '../catalog/catalog-index.ts';
import type { Token } from '../tokens/token.ts';
import { exactValues } from './link-values.ts';
import type { ValueLink } from './mark.ts';
import { isNoTable } from './table-values.ts';

const ABOUT = /^(?:about|regarding|concerning)$/;
/** A reason follows; "tickets were created" is what happened, whatever is called so. */
const BECAUSE = /^(?:because|since|as)$/;
const COPULA = /^(?:is|are|was|were|has|had|have|been)$/;

/** Values that no table is called by, as they are spoken of. */
export const spokenValues = (
  tokens: readonly Token[],
  at: number,
  length: number,
  index: CatalogIndex,
): readonly ValueLink[] => {
  const run = tokens.slice(at, at + length);
  const named = (words: readonly Token[]): readonly ValueLink[] => exactValues(words, index).filter(isNoTable);
  const found = named(run);
  if (found.length > 0) return found;
  // "tickets about refunds" are of the topic `refund`, though a table is called `refunds`.
  if (ABOUT.test(tokens[at - 1]?.norm ?? '')) return named(run.map((token) => ({ ...token, text: token.norm })));
  // "because the shop was closed" is the reason `shop_closed`.
  const led = [1, 2].some((back) => BECAUSE.test(tokens[at - back]?.norm ?? ''));
  const inner = !led
    ? -1
    : run.findIndex(({ text }, place) => place > 0 && place < length - 1 && COPULA.test(text.toLowerCase()));
  return inner < 0 ? [] : named(run.filter((_, place) => place !== inner));
};
