import type { CatalogIndex } from '../catalog/catalog-index.ts';
import type { Token } from '../tokens/token.ts';
import type { Piece } from './piece.ts';

const WENT_WELL = /^(?:successful|succeeded|succeed|succeeds|ok|okay)$/i;
const VERSUS = /^(?:vs|versus|and|or|against|\/|,)$/;
const BETWEEN = /^(?:that|which|have|has|had|did|was|were|are|is|been)$/;
/** How messages tell that something came to its end as it should. */
const DEEDS = [
  'succeeded',
  'successful',
  'completed',
  'sent',
  'done',
  'finished',
  'captured',
  'delivered',
  'issued',
  'accepted',
  'confirmed',
  'settled',
  'processed',
  'saved',
  'created',
];

/** The other end of what messages say failed: `payout failed` beside `payout sent`; null where several could be it. */
const successOf = (noun: string, index: CatalogIndex): string | null => {
  const { phrases } = index.logs.vocabulary;
  const fails = [`${noun} failed`, `${noun} failure`].some((phrase) => phrases.has(phrase));
  const found = fails ? DEEDS.flatMap((deed) => phrases.get(`${noun} ${deed}`) ?? []) : [];
  const [only] = found;
  return only === undefined || new Set(found).size > 1 ? null : only;
};

/** "successful payouts", "payouts that succeeded": where messages tell of those that failed, they tell of the others in words of their own. */
export const succeededPiece = (tokens: readonly Token[], at: number, index: CatalogIndex): Piece | null => {
  const [first, second] = [tokens[at], tokens[at + 1]];
  if (first?.kind !== 'word' || second?.kind !== 'word') return null;
  const led = WENT_WELL.test(first.text);
  // "failed vs successful payouts" are two sides, read by their own rule.
  if (VERSUS.test(tokens[at - 1]?.norm ?? '') || VERSUS.test(second.norm)) return null;
  let end = at + 1;
  while (!led && BETWEEN.test(tokens[end]?.norm ?? '') && end < at + 3) end += 1;
  if (!led && !WENT_WELL.test(tokens[end]?.text ?? '')) return null;
  const phrase = successOf(led ? second.norm : first.norm, index);
  const length = end + 1 - at;
  return phrase === null ? null : { to: end + 1, weight: 1.4 * length, meaning: { kind: 'message', phrase } };
};
