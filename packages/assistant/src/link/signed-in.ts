import type { CatalogIndex } from '../catalog/catalog-index.ts';
import type { Token } from '../tokens/token.ts';
import { patternValues } from './link-values.ts';

const VERB = /^(?:log|logs|logged|logging|sign|signs|signed|signing)$/i;
const PERSON =
  /^(?:who|whoever|user|customer|client|person|people|visitor|shopper|buyer|account|member|player|driver|guest|patient|student|anyone|anybody|someone|somebody|nobody|they|he|she)$/;
/** What may stand between a person and the verb. */
const BETWEEN =
  /^(?:have|has|had|did|do|does|was|were|is|are|to|that|who|actually|really|ever|never|not|last|first|just|successfully|already|also|be|been|being)$/;
const backMax = 4;

/** How messages tell it, the likeliest first. */
const SAID = ['logged in', 'signed in', 'log in', 'sign in', 'login successful', 'login succeeded'] as const;

const isPerson = (token: Token | undefined, index: CatalogIndex): boolean =>
  token !== undefined &&
  (PERSON.test(token.norm) || patternValues(token, index).some(({ field }) => field.role === 'user'));

const byPerson = (tokens: readonly Token[], at: number, index: CatalogIndex): boolean => {
  for (let back = at - 1; back >= 0 && back >= at - backMax; back--) {
    if (isPerson(tokens[back], index)) return true;
    if (!BETWEEN.test(tokens[back]?.norm ?? '')) return false;
  }
  return false;
};

const NOUN = /^(?:sign-?ins?|log-?ins?|logons?)$/i;
const FAILING = /^(?:failed|failing|unsuccessful|rejected|denied)$/i;

/** "sign-ins per hour" where messages say that someone signed in, and no path or message has the noun. */
const withNoun = (tokens: readonly Token[], said: string, index: CatalogIndex): readonly Token[] =>
  tokens.map((token, at) => {
    const known = index.logs.vocabulary.words.has(token.norm) || index.pathsByEnd.has(token.norm);
    const fails = FAILING.test(tokens[at - 1]?.text ?? '');
    if (token.kind !== 'word' || !NOUN.test(token.text) || known || fails) return token;
    return { ...token, text: said, norm: said };
  });

/**
 * "how many users logged in this morning": a person logs in, and writes no logs. One word, as messages say it, or else the
 * name of the place where it is done.
 */
export const signedIn = (tokens: readonly Token[], index: CatalogIndex): readonly Token[] => {
  const at = tokens.findIndex(
    (token, place) =>
      token.kind === 'word' &&
      VERB.test(token.text) &&
      /^(?:in|on)$/i.test(tokens[place + 1]?.text ?? '') &&
      (byPerson(tokens, place, index) ||
        isPerson(tokens[place + 2], index) ||
        /^(?:often|times|frequently|last|first)$/i.test(tokens[place - 1]?.text ?? '')),
  );
  const [verb, particle] = [tokens[at], tokens[at + 1]];
  const said = SAID.find((phrase) => index.logs.vocabulary.phrases.has(phrase));
  if (verb === undefined || particle === undefined) return said === undefined ? tokens : withNoun(tokens, said, index);
  const places = ['login', 'signin'].flatMap((end) => index.pathsByEnd.get(end) ?? []).map(({ value }) => value);
  const place = places.toSorted((a, b) => a.length - b.length || (a < b ? -1 : 1))[0];
  const text = said ?? place ?? 'login';
  const kind = said === undefined && place !== undefined ? 'path' : 'word';
  const word = { kind, text, norm: text, start: verb.start, end: particle.end } as Token;
  return [...tokens.slice(0, at), word, ...tokens.slice(at + 2)];
};
