import type { CatalogIndex, DatasetIndex } from '../catalog/catalog-index.ts';
import { nameWords } from '../tokens/normal-form.ts';
import type { Token } from '../tokens/token.ts';
import type { ValueLink } from './mark.ts';
import type { Piece } from './piece.ts';

/** What currencies are called, and how the names of amounts end that are in one. */
const CURRENCIES: readonly (readonly [spoken: RegExp, code: string, endings: RegExp])[] = [
  [/^(?:euros?|€)$/i, 'EUR', /^(?:eur|euros?|cents?)$/],
  [/^(?:dollars?|us dollars?|bucks|\$)$/i, 'USD', /^(?:usd|dollars?|cents?)$/],
  [/^(?:pounds?|sterling|pounds? sterling|£)$/i, 'GBP', /^(?:gbp|pounds?|pence)$/],
  [/^(?:francs?|swiss francs?)$/i, 'CHF', /^(?:chf|francs?|rappen)$/],
  [/^(?:yen|¥)$/i, 'JPY', /^(?:jpy|yen)$/],
  [/^(?:zlotys?|złotys?|zloty)$/i, 'PLN', /^(?:pln|zloty|grosz)$/],
];

const hasAmountIn = ({ fields }: DatasetIndex, endings: RegExp): boolean =>
  fields.some(({ ref, name }) => {
    const words = nameWords(name);
    return ref.type === 'number' && words.length > 1 && endings.test(words.at(-1) ?? '');
  });

/** "in euros": records whose currency is EUR, unless an amount of them is in euros whatever the record. */
export const currencyPiece = (
  tokens: readonly Token[],
  at: number,
  length: number,
  index: CatalogIndex,
): Piece | null => {
  const written = tokens
    .slice(at, at + length)
    .map(({ text }) => text)
    .join(' ');
  const known = CURRENCIES.find(([spoken]) => spoken.test(written));
  if (known === undefined) return null;
  const [, code, endings] = known;
  const links = (index.values.get(code.toLowerCase()) ?? []).flatMap((entry): readonly ValueLink[] =>
    entry.value.toUpperCase() === code && !hasAmountIn(index[entry.dataset], endings)
      ? [{ dataset: entry.dataset, field: entry.field, value: entry.value, score: 0.8, guessed: false }]
      : [],
  );
  return links.length === 0 ? null : { to: at + length, weight: 1.2 * length, meaning: { kind: 'value', links } };
};
