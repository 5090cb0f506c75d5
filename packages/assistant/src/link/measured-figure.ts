import type { CatalogIndex } from '../catalog/catalog-index.ts';
import type { Token } from '../tokens/token.ts';
import { fieldPiece } from './field-piece.ts';
import type { Piece } from './piece.ts';

/** "the measured deviation", "the recorded weight": every number of a record is, so the word says no more than the number. */
export const measuredFigure = (tokens: readonly Token[], at: number, index: CatalogIndex): Piece | null => {
  if (!/^(?:measured|recorded|observed|noted)$/.test(tokens[at]?.text.toLowerCase() ?? '')) return null;
  const figure = fieldPiece(tokens, at + 1, 1, index);
  const links = figure?.meaning.kind === 'field' ? figure.meaning.links : [];
  const isNumber = links.length > 0 && links.every(({ field }) => field.type === 'number');
  return figure === null || !isNumber ? null : { ...figure, to: at + 2, weight: figure.weight + 1 };
};
