import type { CatalogIndex } from '../catalog/catalog-index.ts';
import { isDeed, stemOf } from '../catalog/vocabulary.ts';
import { wordForm } from '../tokens/normal-form.ts';
import type { Token } from '../tokens/token.ts';
import { doneForms } from './turned-phrase.ts';

const stemCharsMin = 5;

/** "stops", "rejects": the verb itself, of more than one. */
const isPlural = ({ norm, text }: Token): boolean => /^[a-z]{3,}s$/i.test(text) && norm !== text.toLowerCase();

/**
 * The deed that messages tell of by which a noun is called: "cancellations" are said by "cancelled", "stoppages" and
 * "stops" by "stopped".
 */
export const nounOfDeed = (token: Token | undefined, index: CatalogIndex): string | undefined => {
  const noun = token?.kind === 'word' ? token.text.toLowerCase() : '';
  const { stems } = index.logs.vocabulary;
  const short = noun.replace(/(?:ations?|ages?)$/, '');
  const long = short !== noun && short.length >= stemCharsMin ? stems.get(short) : undefined;
  const found = stems.get(stemOf(noun)) ?? long;
  return found !== undefined && isDeed(found) && /(?:ions?|ments?|als?|ures?|ages?)$/.test(noun) ? found : undefined;
};

/** "how many stops today": what was done so often, where messages say that it was. */
export const pluralOfDeed = (token: Token, { logs }: CatalogIndex): string | undefined =>
  isPlural(token)
    ? doneForms(token.norm)
        .slice(1)
        .map((done) => logs.vocabulary.words.get(wordForm(done)))
        .find((said) => said !== undefined)
    : undefined;

/** Nouns that are the verb itself: "invoice downloads" are what "invoice downloaded" tells of. */
const VERBS = /^(?:download|upload|update|transfer|export|import|refund|deposit|purchase|visit|review)$/;

/** "invoice downloads": messages say that it was done, and nothing is called so itself. */
const doneNoun = (thing: string, noun: string, { logs }: CatalogIndex): string | null => {
  const { phrases, lines } = logs.vocabulary;
  if (!VERBS.test(noun) || phrases.has(`${thing} ${noun}`)) return null;
  const said = doneForms(noun).map((done) => `${thing} ${wordForm(done)}`);
  const told = said.find((run) => phrases.has(run) && lines.some((line) => line.startsWith(` ${run} `)));
  return told === undefined ? null : (phrases.get(told) ?? null);
};

/** "belt stops", "card blocks": the verb itself, of more than one. */
const verbAsNoun = (thing: Token, noun: Token | undefined, index: CatalogIndex): string | undefined => {
  if (noun?.kind !== 'word' || !isPlural(noun)) return undefined;
  const { phrases } = index.logs.vocabulary;
  return doneForms(noun.norm)
    .slice(1)
    .map((done) => wordForm(done))
    .find((done) => phrases.has(`${thing.norm} ${done}`));
};

/** "order cancellations", "promo rejections": the thing and its deed, where messages say "order cancelled". */
export const thingsDeed = (run: readonly Token[], index: CatalogIndex): string | null => {
  const [thing, noun] = run;
  const { phrases, words } = index.logs.vocabulary;
  if (run.length !== 2 || thing === undefined) return null;
  const done = noun !== undefined && /s$/i.test(noun.text) ? doneNoun(thing.norm, noun.norm, index) : null;
  if (done !== null) return done;
  if (words.has(noun?.norm ?? '')) return null;
  const deed = nounOfDeed(noun, index) ?? verbAsNoun(thing, noun, index);
  return deed === undefined ? null : (phrases.get(`${thing.norm} ${deed}`) ?? null);
};
