import type { CatalogIndex } from '../catalog/catalog-index.ts';
import { joinedForm, wordForm } from '../tokens/normal-form.ts';
import type { Token } from '../tokens/token.ts';
import type { FieldLink } from './mark.ts';
import type { Piece } from './piece.ts';

const ARTICLE = /^(?:the|a|an|each|our|their)$/;

/** "the size of the upload" is `upload.size_kb`, where videos have a size too: what it is of stands behind it. */
export const figureOfThing = (tokens: readonly Token[], at: number, index: CatalogIndex): Piece | null => {
  const first = tokens[at];
  if (first?.kind !== 'word' || tokens[at + 1]?.norm !== 'of') return null;
  const next = at + 2 + (ARTICLE.test(tokens[at + 2]?.norm ?? '') ? 1 : 0);
  const thing = tokens[next];
  if (thing?.kind !== 'word') return null;
  const named = (figure: string): readonly FieldLink[] => {
    const name = joinedForm(`${wordForm(thing.text.toLowerCase())}${figure}`);
    return [...(index.fieldNames.get(name) ?? []), ...(index.nameEnds.get(name) ?? [])].filter(
      ({ field }) => field.type === 'number' && field.role === null,
    );
  };
  const own = named(first.norm);
  // "the size of the study" is its `study_bytes`, where no size is called so.
  const links = own.length > 0 || first.norm !== 'size' ? own : named('bytes');
  const words = next + 1 - at;
  return links.length === 0 ? null : { to: next + 1, weight: 1.3 * words, meaning: { kind: 'field', links } };
};
