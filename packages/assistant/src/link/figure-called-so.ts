import type { CatalogIndex } from '../catalog/catalog-index.ts';
import { conceptOf } from '../lexicon/lexicon.ts';
import { joinedForm, nameWords, wordForm } from '../tokens/normal-form.ts';
import type { Token } from '../tokens/token.ts';
import type { FieldLink } from './mark.ts';

/** Words that a statistic is called, and what is measured of things too. */
const STATISTIC = /^(?:deviation|variance)$/;
const STANDARD = /^(?:standard|std|stdev)$/;
const OF = /^(?:of|in)$/;

const isNumber = (token: Token | undefined, index: CatalogIndex): boolean => {
  const concept = conceptOf(token?.norm ?? '');
  const named = index.fieldNames.get(joinedForm(token?.norm ?? '')) ?? [];
  return (
    (concept?.kind === 'role' && concept.role === 'duration') || named.some(({ field }) => field.type === 'number')
  );
};

/** "deviation of the latency", "deviation in response time" is the statistic. */
const isOfNumber = (tokens: readonly Token[], at: number, index: CatalogIndex): boolean => {
  if (!OF.test(tokens[at + 1]?.norm ?? '')) return false;
  const next = at + 2 + (/^(?:the|our|its|their|all)$/.test(tokens[at + 2]?.norm ?? '') ? 1 : 0);
  const isPhrase = conceptOf(`${tokens[next]?.norm} ${tokens[next + 1]?.norm}`)?.kind === 'role';
  return isPhrase || isNumber(tokens[next], index) || isNumber(tokens[next + 1], index);
};

/** "average deviation per gauge" is of `inspection.deviation_um` where there is one, and no second statistic. */
export const figureCalledSo = (
  tokens: readonly Token[],
  at: number,
  length: number,
  index: CatalogIndex,
): readonly FieldLink[] | null => {
  const word = tokens[at]?.norm ?? '';
  if (length !== 1 || !STATISTIC.test(word) || STANDARD.test(tokens[at - 1]?.norm ?? '')) return null;
  if (isOfNumber(tokens, at, index)) return null;
  const links = (['logs', 'spans'] as const).flatMap((dataset) =>
    index[dataset].fields.flatMap(({ ref }): readonly FieldLink[] => {
      const isIt = ref.type === 'number' && wordForm(nameWords(ref.path.at(-1) ?? '')[0] ?? '') === word;
      return isIt ? [{ dataset, field: ref }] : [];
    }),
  );
  return links.length === 0 ? null : links;
};
