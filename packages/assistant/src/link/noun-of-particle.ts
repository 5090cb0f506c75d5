import type { CatalogIndex } from '../catalog/catalog-index.ts';
import { wordForm } from '../tokens/normal-form.ts';
import type { Token } from '../tokens/token.ts';
import type { Piece } from './piece.ts';
import { doneForms } from './turned-phrase.ts';

/** Who logs or signs in is read where accounts are. */
const NOUN = /^(?!(?:log|sign)-?(?:in|on|off|out))([a-z]{3,})-?(in|out|up|off|on)s?$/i;
const PLACE = /^(?:endpoint|path|page|route|url|api|service)$/;

/** "check-ins", "sign-ups": what people did, where messages say that they checked in, before a path that is spelt alike. */
export const nounOfParticle = (tokens: readonly Token[], at: number, index: CatalogIndex): Piece | null => {
  const token = tokens[at];
  const [, verb = '', particle = ''] = (token?.kind === 'word' && NOUN.exec(token.text)) || [];
  if (verb === '' || PLACE.test(tokens[at + 1]?.norm ?? '') || PLACE.test(tokens[at - 1]?.norm ?? '')) return null;
  const { phrases } = index.logs.vocabulary;
  const said = doneForms(verb.toLowerCase())
    .slice(1)
    .map((done) => phrases.get(`${wordForm(done)} ${particle.toLowerCase()}`));
  const phrase = said.find((found) => found !== undefined);
  return phrase === undefined ? null : { to: at + 1, weight: 1.6, meaning: { kind: 'message', phrase } };
};
