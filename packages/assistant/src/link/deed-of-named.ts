import type { CatalogIndex } from '../catalog/catalog-index.ts';
import { nameWords, wordForm } from '../tokens/normal-form.ts';
import type { Token } from '../tokens/token.ts';
import { patternValues } from './link-values.ts';
import type { Piece } from './piece.ts';
import { deedPhrase } from './same-deeds.ts';
import { doneForms } from './turned-phrase.ts';

const ASKS = /^(?:did|has|have|is|was|were|will|does)$/;
/** "has pr-1 already been completed" */
const BETWEEN = /^(?:already|been|be|yet|ever|really|actually|also|successfully|get|got|to)$/;
const backMax = 3;
const VERB = /^\p{L}{3,}$/u;
const NOT_DONE = /^(?:fail|failed|error|errors|go|get|have|has|been|done|happen|happened|in|on|at|today)$/;

/** What an id is the id of: "pay run" of `payRunId`. */
const thingOf = (token: Token, index: CatalogIndex): readonly string[] =>
  patternValues(token, index).flatMap(({ field }) => {
    const words = nameWords(field.path.at(-1) ?? '').map(wordForm);
    return words.length > 1 && /^(?:id|no|nr|number|key|ref)$/.test(words.at(-1) ?? '')
      ? [words.slice(0, -1).join(' ')]
      : [];
  });

/** "did booking b-17 finish": that it did is what a message tells of such things, "booking finished". */
export const deedOfNamed = (tokens: readonly Token[], at: number, index: CatalogIndex): Piece | null => {
  const verb = tokens[at];
  if (verb?.kind !== 'word' || !VERB.test(verb.text) || NOT_DONE.test(verb.norm)) return null;
  let back = at - 1;
  while (back > 0 && back >= at - backMax && BETWEEN.test(tokens[back]?.norm ?? '')) back -= 1;
  const named = tokens[back];
  const asks = tokens.slice(Math.max(0, back - 4), back).some(({ norm }) => ASKS.test(norm));
  if (named === undefined || !asks || (named.kind !== 'word' && named.kind !== 'id')) return null;
  const { phrases } = index.logs.vocabulary;
  const phrase = thingOf(named, index)
    .flatMap((thing) => doneForms(verb.text.toLowerCase()).map((done) => deedPhrase(thing, done, phrases)))
    .find((found) => found !== null);
  return phrase === undefined || phrase === null
    ? null
    : { to: at + 1, weight: 1.6, meaning: { kind: 'message', phrase } };
};
