import type { CatalogIndex } from '../catalog/catalog-index.ts';
import { isDeed, stemOf } from '../catalog/vocabulary.ts';
import type { Token } from '../tokens/token.ts';

const stemCharsMin = 5;

/** The deed that messages tell of by which a noun is called: "cancellations" are said by "cancelled". */
export const nounOfDeed = (token: Token | undefined, index: CatalogIndex): string | undefined => {
  const noun = token?.kind === 'word' ? token.text.toLowerCase() : '';
  const { stems } = index.logs.vocabulary;
  const short = noun.replace(/ations?$/, '');
  const long = short !== noun && short.length >= stemCharsMin ? stems.get(short) : undefined;
  const found = stems.get(stemOf(noun)) ?? long;
  return found !== undefined && isDeed(found) && /(?:ions?|ments?|als?|ures?)$/.test(noun) ? found : undefined;
};

/** "order cancellations", "promo rejections": the thing and its deed, where messages say "order cancelled". */
export const thingsDeed = (run: readonly Token[], index: CatalogIndex): string | null => {
  const [thing, noun] = run;
  const { phrases, words } = index.logs.vocabulary;
  if (run.length !== 2 || thing === undefined || words.has(noun?.norm ?? '')) return null;
  const deed = nounOfDeed(noun, index);
  return deed === undefined ? null : (phrases.get(`${thing.norm} ${deed}`) ?? null);
};
