import type { CatalogIndex } from '../catalog/catalog-index.ts';
import { conceptOf } from '../lexicon/lexicon.ts';
import { joinedForm } from '../tokens/normal-form.ts';
import type { Token } from '../tokens/token.ts';
import type { ValueLink } from './mark.ts';
import type { Piece } from './piece.ts';

const wordCharsMin = 6;
const partCharsMin = 4;
const longerMax = 4;
const ARTICLE = /^(?:the|our)$/;
const CALLS = /^(?:request|call|error|warning|log|span|line|trace|traffic|latency|response)$/;

/** Whether one of the two goes on where the other ends: "gateway" and `gate`, "transcode" and `transcoder`. */
const goesOn = (word: string, part: string): boolean => {
  const [short, long] = word.length < part.length ? [word, part] : [part, word];
  return short.length >= partCharsMin && long.startsWith(short) && long.length - short.length <= longerMax;
};

const isKnown = (token: Token, index: CatalogIndex): boolean =>
  conceptOf(token.norm) !== null ||
  index.values.has(joinedForm(token.text)) ||
  index.valuesByPart.has(token.norm) ||
  index.fieldNames.has(joinedForm(token.text)) ||
  index.nameEnds.has(token.norm) ||
  index.logs.vocabulary.words.has(token.norm);

/** "requests of the gateway": the one service that has a part of its name so, `front-gate`, where nothing else is called that. */
export const partOfService = (tokens: readonly Token[], at: number, index: CatalogIndex): Piece | null => {
  const token = tokens[at];
  const placed = ARTICLE.test(tokens[at - 1]?.norm ?? '') || CALLS.test(tokens[at + 1]?.norm ?? '');
  if (token?.kind !== 'word' || token.text.length < wordCharsMin || !placed || isKnown(token, index)) return null;
  const word = token.text.toLowerCase();
  const links = [...index.values.values()].flat().flatMap((entry): readonly ValueLink[] => {
    const parts = entry.value.toLowerCase().split(/[-_.]/);
    const called = entry.field.role === 'service' && parts.some((part) => goesOn(word, part));
    return called ? [{ ...entry, score: 0.6, guessed: true }] : [];
  });
  const services = new Set(links.map(({ value }) => value));
  return services.size === 1 ? { to: at + 1, weight: 1, meaning: { kind: 'value', links } } : null;
};
