import type { CatalogIndex } from '../catalog/catalog-index.ts';
import { PHRASAL } from '../lexicon/synonyms.ts';
import { wordForm } from '../tokens/normal-form.ts';
import type { Token } from '../tokens/token.ts';

const COPULA = /^(?:is|are|was|were|be|been|being|got|get|has|have|had|that|which)$/;

/** What it was done to: the word before, past those that only lead to the verb. */
const thingBefore = (tokens: readonly Token[], at: number): Token | undefined =>
  tokens.slice(0, at).findLast((token) => !COPULA.test(token.norm));

/** Whether messages say the verb itself: of this thing, where they say anything of it. */
const isSaid = (tokens: readonly Token[], at: number, { logs }: CatalogIndex): boolean => {
  const verb = tokens[at]?.text.toLowerCase() ?? '';
  if (!logs.vocabulary.tokens.has(verb)) return false;
  const thing = thingBefore(tokens, at)?.norm ?? '';
  return !logs.vocabulary.words.has(thing) || logs.vocabulary.phrases.has(`${thing} ${wordForm(verb)}`);
};

/** "handed in" is what data calls submitted, "turned down" what it calls declined; not where messages say the verb itself. */
export const phrasalDeeds = (tokens: readonly Token[], index: CatalogIndex): readonly Token[] => {
  const deedAt = (at: number): string | undefined => {
    const verb = tokens[at];
    const deed = verb && PHRASAL[`${verb.text.toLowerCase()} ${tokens[at + 1]?.norm}`];
    return deed === undefined || isSaid(tokens, at, index) ? undefined : deed;
  };
  return tokens.flatMap((token, at): readonly Token[] => {
    if (deedAt(at - 1) !== undefined) return [];
    const deed = deedAt(at);
    const end = tokens[at + 1]?.end ?? token.end;
    return deed === undefined ? [token] : [{ ...token, kind: 'word', text: deed, norm: wordForm(deed), end } as Token];
  });
};
