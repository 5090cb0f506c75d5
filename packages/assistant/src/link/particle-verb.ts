import type { CatalogIndex } from '../catalog/catalog-index.ts';
import { conceptOf } from '../lexicon/lexicon.ts';
import { wordForm } from '../tokens/normal-form.ts';
import type { Token } from '../tokens/token.ts';
import { doneForms } from './turned-phrase.ts';

const PARTICLE = /^(?:in|out|up|off|on|back|down|over|through)$/;
/** Who does such a thing: "errors logged in checkout" are written there. */
const DOER =
  /^(?:who|whoever|user|customer|people|person|visitor|client|member|account|anyone|anybody|someone|nobody|everyone|they|he|she|not|never|successfully|has|have|had|was|were|did|to|could)$/;

const RECORDED = 'recorded registered logged completed'.split(' ');

/** "when do people clock in", where messages say "clock-in recorded": no error is logged in a place by such a word. */
const recorded = (verb: Token, particle: Token, { logs }: CatalogIndex): string | undefined =>
  RECORDED.map((deed) => logs.vocabulary.phrases.get(`${wordForm(verb.text)} ${particle.norm} ${wordForm(deed)}`)).find(
    (phrase) => phrase !== undefined,
  );

/** "users logged in", "who did sign up": what messages say of it; null where none says so. */
export const particleVerb = (tokens: readonly Token[], at: number, index: CatalogIndex): string | null => {
  const { phrases } = index.logs.vocabulary;
  const before = tokens[at - 1]?.norm ?? '';
  // "gated in and gated out": the same verb again.
  const again = /^(?:and|or|,|vs|versus)$/.test(before) && tokens[at - 3]?.norm === tokens[at]?.norm;
  const isDoer = again || DOER.test(before) || index.nameEnds.has(before) || index.fieldNames.has(before);
  const [verb, particle] = [tokens[at], tokens[at + 1]];
  // "errors not in eu-west-1"
  if (conceptOf(verb?.norm ?? '')?.kind === 'negation') return null;
  if (verb?.kind !== 'word' || particle === undefined || !PARTICLE.test(particle.norm)) return null;
  const told = recorded(verb, particle, index);
  if (told !== undefined) return told;
  if (!isDoer) return null;
  const said = doneForms(verb.text.toLowerCase()).map((done) => phrases.get(`${wordForm(done)} ${particle.norm}`));
  return said.find((phrase) => phrase !== undefined) ?? null;
};
