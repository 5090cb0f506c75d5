import type { CatalogIndex } from '../catalog/catalog-index.ts';
import type { Token } from '../tokens/token.ts';
import { outcomesOf } from './outcomes.ts';

/** "fail rate of inspections", "failure rate of all checks" is the "inspection fail rate": the thing says of what it is. */
export const rateOfThings = (tokens: readonly Token[], index: CatalogIndex): readonly Token[] => {
  for (const [at, rate] of tokens.entries()) {
    const word = tokens[at - 1];
    if (!/^(?:rate|ratio)$/.test(rate.norm) || word?.kind !== 'word') continue;
    if (!/^(?:of|for|among|in)$/.test(tokens[at + 1]?.norm ?? '')) continue;
    const place = at + 2 + (/^(?:the|all|our)$/.test(tokens[at + 2]?.norm ?? '') ? 1 : 0);
    const thing = tokens[place];
    if (thing?.kind !== 'word' || outcomesOf(thing.norm, word.text.toLowerCase(), index).length === 0) continue;
    return [...tokens.slice(0, at - 1), thing, word, rate, ...tokens.slice(place + 1)];
  }
  return tokens;
};
