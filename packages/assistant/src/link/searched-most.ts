import type { CatalogIndex } from '../catalog/catalog-index.ts';
import { word } from '../tokens/expanded.ts';
import type { Token } from '../tokens/token.ts';
import { termWord } from './terms-field.ts';

const SEARCHED =
  /^(?:what|which (?:terms?|words?|things?)) (?:(?:do|did|does|have|has|are|were) )?(?:(?:the |our )?[a-z]+ )?(?:been )?(?:search|searched|searching|look|looked|looking) (?:up|for)( (?:the )?most(?: often| frequently)?)?(?= |$)/;
const wordsMax = 12;

const RANKED = /^(?:top|common|popular|frequent|commonest|favourite)$/;

/** "the top 10 searches": where the word for the terms stands; -1 where none does. */
const topSearches = (tokens: readonly Token[]): number =>
  tokens.findIndex(({ text }, at) => {
    const before = tokens[at - 1]?.kind === 'number' ? tokens[at - 2] : tokens[at - 1];
    const isLast = !/^(?:for|of|that|which)$/.test(tokens[at + 1]?.norm ?? '');
    return /^(?:searches|queries)$/i.test(text) && isLast && RANKED.test(before?.norm ?? '');
  });

/**
 * "what did people look for most": the terms that were searched for, where one field holds them, the most frequent first; no
 * text that is to be looked for.
 */
export const searchedMost = (tokens: readonly Token[], index: CatalogIndex): readonly Token[] => {
  const term = termWord(index);
  const first = tokens[0];
  if (term === null || first === undefined) return tokens;
  const top = topSearches(tokens);
  if (top >= 0)
    return tokens.map((token, at): Token => (at === top ? { ...token, text: `${term}s`, norm: term } : token));
  const said = SEARCHED.exec(
    tokens
      .slice(0, wordsMax)
      .map(({ text }) => text.toLowerCase())
      .join(' '),
  );
  const words = said === null ? 0 : said[0].split(' ').length;
  const last = tokens[words - 1];
  if (said === null || last === undefined) return tokens;
  const asks = said[1] === undefined ? ['which'] : ['most', 'frequent'];
  const led = [...asks, term].map(
    (text, at, all): Token => ({
      ...word(text, first),
      start: first.start + at,
      end: at === all.length - 1 ? last.end : first.start + at + 1,
    }),
  );
  return [...led, ...tokens.slice(words)];
};
