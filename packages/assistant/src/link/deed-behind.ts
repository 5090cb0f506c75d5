import type { CatalogIndex } from '../catalog/catalog-index.ts';
import { joinedForm } from '../tokens/normal-form.ts';
import type { Token } from '../tokens/token.ts';
import { patternValues } from './link-values.ts';
import { turnedPhrase } from './turned-phrase.ts';

const PREPOSITION = /^(?:to|of|for|from|by|in|at|on|with)$/;

const isValue = (token: Token | undefined, index: CatalogIndex): boolean =>
  token !== undefined &&
  (token.kind === 'word' || token.kind === 'id') &&
  (index.values.has(joinedForm(token.text)) || patternValues(token, index).length > 0);

const isService = (token: Token | undefined, index: CatalogIndex): boolean =>
  (index.values.get(joinedForm(token?.text ?? '')) ?? []).some(({ field }) => field.role === 'service');

/** Whether messages say of the thing that it was done: "payout failed", "order rejected". */
const isSaid = (thing: Token | undefined, deed: Token | undefined, { logs }: CatalogIndex): boolean =>
  thing?.kind === 'word' &&
  deed?.kind === 'word' &&
  /s$/i.test(thing.text) &&
  /(?:ed|sent|lost|paid|sold)$/i.test(deed.text) &&
  (logs.vocabulary.phrases.has(`${thing.norm} ${deed.text.toLowerCase()}`) ||
    turnedPhrase([deed, thing], logs.vocabulary.phrases) !== null);

/**
 * "payouts to s-417 that failed", "the orders fraud-check rejected": what was done stands behind whose it is or who did it, and
 * messages have it right behind its thing.
 */
export const deedBehind = (tokens: readonly Token[], index: CatalogIndex): readonly Token[] => {
  for (const [at, thing] of tokens.entries()) {
    const led = PREPOSITION.test(tokens[at + 1]?.norm ?? '') ? 1 : 0;
    const whose = at + 1 + led;
    const that = led === 1 && /^(?:that|which)$/.test(tokens[whose + 1]?.norm ?? '') ? 1 : 0;
    if (led !== that || !(led === 1 ? isValue : isService)(tokens[whose], index)) continue;
    const deed = tokens[whose + that + 1];
    if (deed === undefined || !isSaid(thing, deed, index)) continue;
    const between = tokens.slice(at + 1, whose + 1);
    // Right behind the thing, so that what is between keeps its place.
    const moved = { ...deed, start: thing.end, end: thing.end + 1 };
    return [...tokens.slice(0, at + 1), moved, ...between, ...tokens.slice(whose + that + 2)];
  }
  return tokens;
};
