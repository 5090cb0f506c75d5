import type { CatalogIndex } from '../catalog/catalog-index.ts';
import { perIndex } from '../catalog/per-index.ts';
import { wordForm } from '../tokens/normal-form.ts';
import type { Token } from '../tokens/token.ts';
import type { ValueLink } from './mark.ts';
import type { Piece } from './piece.ts';

const BETWEEN = /^(?:is|are|was|were|be|been|being|got|get|has|have|had|that|which|an?|the)$/i;
/** Several words in one, each with a capital: what developers call errors by. */
const NAME = /^(?:[A-Z][a-z]+){2,}$/;
const wordsMax = 3;

/** The words of each name of an error that the data has, in one order → its values. */
const namesOf = perIndex((index): ReadonlyMap<string, readonly ValueLink[]> => {
  const names = new Map<string, ValueLink[]>();
  for (const entries of index.values.values())
    for (const { dataset, field, value } of entries) {
      if (!NAME.test(value)) continue;
      const words = (value.match(/[A-Z][a-z]+/g) ?? [])
        .map(wordForm)
        .filter((word) => !/^(?:error|exception)$/.test(word));
      if (words.length < 2 || words.length > wordsMax) continue;
      const key = words.toSorted().join(' ');
      names.set(key, [...(names.get(key) ?? []), { dataset, field, value, score: 0.8, guessed: true }]);
    }
  return names;
});

/** "declined cards", "cards that were declined" are the error `CardDeclined`, where messages do not say it. */
export const namedErrorPiece = (
  tokens: readonly Token[],
  at: number,
  length: number,
  index: CatalogIndex,
): Piece | null => {
  const whole = tokens.slice(at, at + length);
  const run = whole.filter((token, i) => i === 0 || i === length - 1 || !BETWEEN.test(token.text));
  if (run.length < 2 || run.length > wordsMax || run.some((token) => token.kind !== 'word')) return null;
  const links = namesOf(index).get(
    run
      .map((token) => token.norm)
      .toSorted()
      .join(' '),
  );
  const said = index.logs.vocabulary.phrases;
  const [first, ...rest] = run.map((token) => token.norm);
  if (links === undefined || said.has([first, ...rest].join(' ')) || said.has([...rest, first].join(' '))) return null;
  return { to: at + length, weight: 1.05 * length + 0.3, meaning: { kind: 'value', links } };
};
