import type { CatalogIndex } from '../catalog/catalog-index.ts';
import type { FieldEntry } from '../catalog/field-entry.ts';
import { perIndex } from '../catalog/per-index.ts';
import { nameWords, wordForm } from '../tokens/normal-form.ts';
import type { Token } from '../tokens/token.ts';
import type { ValueLink } from './mark.ts';
import type { Piece } from './piece.ts';

/** Codes that are shouted name what went wrong; more of them are what somebody wrote. */
const SHOUTED = /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/;
const codesMax = 100;
/** What may stand between the words of a code where it is spoken: "the tax information was missing". */
const BETWEEN = /^(?:the|a|an|is|are|was|were|be|been|being|information|info|data|details?|got|has|had|have)$/;
const betweenWordsMax = 3;
/** That it failed is said by what it is the cause of. */
const FAILED = /^(?:failed|failure|error|fault)$/;
const CAUSE = /^(?:of|to|with|by|for|the|their|an?)$/;

const holdsCodes = ({ ref, source }: FieldEntry): boolean =>
  ref.root === 'd' &&
  ref.type === 'string' &&
  source.values.length > 1 &&
  source.values.length <= codesMax &&
  source.values.every(({ value }) => /^[A-Z][A-Z0-9_]*$/.test(value)) &&
  source.values.some(({ value }) => SHOUTED.test(value));

/** Where the words end that say a code from a place on; -1 where they do not. */
const endOf = (tokens: readonly Token[], at: number, words: readonly string[]): number => {
  let place = at;
  for (const [index, word] of words.entries()) {
    let skipped = 0;
    while (index > 0 && tokens[place]?.norm !== word && skipped < betweenWordsMax) {
      if (!BETWEEN.test(tokens[place]?.norm ?? '')) return -1;
      place += 1;
      skipped += 1;
    }
    if (tokens[place]?.kind !== 'word' || tokens[place]?.norm !== word) return -1;
    place += 1;
  }
  return place;
};

/** "because of the ID check": its cause stands behind such words. */
const isCause = (tokens: readonly Token[], at: number): boolean => {
  const back = tokens.slice(Math.max(0, at - 3), at).map(({ norm }) => norm);
  return CAUSE.test(back.at(-1) ?? '') && back.some((word) => /^(?:because|due|owing|through|by)$/.test(word));
};

interface SpokenCode {
  readonly link: ValueLink;
  readonly words: readonly string[];
}

/** The codes that are spoken of, by their first words. */
const codesOf = perIndex((index): ReadonlyMap<string, readonly SpokenCode[]> => {
  const found = new Map<string, SpokenCode[]>();
  for (const dataset of ['logs', 'spans'] as const)
    for (const { ref, source } of index[dataset].fields.filter(holdsCodes))
      for (const { value } of source.values) {
        const words = nameWords(value).map(wordForm);
        const link = { dataset, field: ref, value, score: 0.9, guessed: false };
        found.set(words[0] ?? '', [...(found.get(words[0] ?? '') ?? []), { link, words }]);
      }
  return found;
});

/** Where a code ends that is said from a place on, whole or as a cause; -1 where it is not. */
const endOfCode = (tokens: readonly Token[], at: number, words: readonly string[]): number => {
  const short = FAILED.test(words.at(-1) ?? '') && isCause(tokens, at) ? words.slice(0, -1) : words;
  return Math.max(...[words, short].map((some) => (some.length < 2 ? -1 : endOf(tokens, at, some))));
};

/** "task failed" is what messages say, whatever codes are called. */
const isMessage = (tokens: readonly Token[], at: number, to: number, index: CatalogIndex): boolean =>
  index.logs.vocabulary.phrases.has(
    tokens
      .slice(at, to)
      .map(({ norm }) => norm)
      .join(' '),
  );

/** A code as it is spoken: "tax information was missing" is TAX_MISSING, "because of the ID check" ID_CHECK_FAILED. */
export const spokenCode = (tokens: readonly Token[], at: number, index: CatalogIndex): Piece | null => {
  const token = tokens[at];
  const found = token?.kind === 'word' ? (codesOf(index).get(token.norm) ?? []) : [];
  const ends = found.map(({ link, words }) => ({ link, to: endOfCode(tokens, at, words) }));
  const to = Math.max(-1, ...ends.map((end) => end.to));
  if (to < 0 || isMessage(tokens, at, to, index)) return null;
  const links = ends.flatMap((end) => (end.to === to ? [end.link] : []));
  return { to, weight: 1.3 * (to - at) + 0.2, meaning: { kind: 'value', links } };
};
