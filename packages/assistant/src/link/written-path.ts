import type { CatalogIndex } from '../catalog/catalog-index.ts';
import { joinedForm, wordForm } from '../tokens/normal-form.ts';
import type { Token } from '../tokens/token.ts';
import { exactValues } from './link-values.ts';
import type { ValueLink } from './mark.ts';
import type { Piece } from './piece.ts';

const endScore = 0.8;

/** Paths that end so: `/login` where the data has `/v2/login`; the shortest is the thing itself. */
const endingSo = ({ text }: Token, index: CatalogIndex): readonly ValueLink[] =>
  (index.pathsByEnd.get(wordForm(joinedForm(text))) ?? [])
    .filter(({ value }) => value.toLowerCase().endsWith(text.toLowerCase()))
    .toSorted((a, b) => a.value.length - b.value.length)
    .map((entry) => ({ ...entry, score: endScore - entry.value.length / 1000, guessed: true }));

/** "/orders" is a path, whatever service is called so; null where the data has none, and the path stays as it is written. */
export const writtenPath = (token: Token, at: number, index: CatalogIndex): Piece | null => {
  const exact = exactValues([token], index).filter(({ value }) => value.includes('/'));
  const links = exact.length > 0 ? exact : endingSo(token, index);
  return links.length === 0 ? null : { to: at + 1, weight: 2.2, meaning: { kind: 'value', links } };
};

const BESIDE_ROOT =
  /^(of|on|does|did|is|was|for|to|from|in|at|path|route|page|endpoint|and|or|vs|versus|than|hit|get|with|,)$/;

/** "compare / and /basket": a lone slash is the root where the data has it, and stands where a name would. */
export const rootPiece = (tokens: readonly Token[], at: number, index: CatalogIndex): Piece | null => {
  const token = tokens[at];
  const [before, after] = [tokens[at - 1], tokens[at + 1]];
  const apart =
    (before?.end ?? -1) < (token?.start ?? 0) && (after?.start ?? Number.MAX_SAFE_INTEGER) > (token?.end ?? 0);
  const placed = BESIDE_ROOT.test(before?.norm ?? '') || /^(and|or|vs|versus)$/.test(after?.norm ?? '');
  const ends = after !== undefined && after.kind === 'punctuation' && before !== undefined && placed;
  if (token?.text !== '/' || !placed || !(apart || ends)) return null;
  const links = exactValues([token], index).filter(({ value }) => value === '/');
  return links.length === 0 ? null : { to: at + 1, weight: 2.2, meaning: { kind: 'value', links } };
};
