import type { CatalogIndex } from '../catalog/catalog-index.ts';
import { sameField } from '../ir/field-ref.ts';
import { joinedForm } from '../tokens/normal-form.ts';
import type { Token } from '../tokens/token.ts';
import { exactValues } from './link-values.ts';
import type { Piece } from './piece.ts';

const GROUPS = /^(?:by|per|each|every|which|what|whose|many|top|distinct|different|unique)$/;

/**
 * "the claims queue", where claims have ids of their own: a value, and behind it the name of the field that has it. A word
 * that names no field is read as the value without it.
 */
export const valueThenField = (tokens: readonly Token[], at: number, index: CatalogIndex): Piece | null => {
  const [value, name] = [tokens[at], tokens[at + 1]];
  if (value?.kind !== 'word' || name?.kind !== 'word' || GROUPS.test(tokens[at - 1]?.norm ?? '')) return null;
  // "the claims queues" are several.
  if (name.text.toLowerCase() !== name.norm || !index.nameEnds.has(value.norm)) return null;
  const word = joinedForm(name.norm);
  const named = [...(index.fieldNames.get(word) ?? []), ...(index.nameEnds.get(word) ?? [])];
  // "claim amount": a name of its own.
  const whole = joinedForm(`${value.norm}${name.norm}`);
  if (index.fieldNames.has(whole) || index.nameEnds.has(whole)) return null;
  const links = exactValues([value], index).filter((link) =>
    named.some(({ dataset, field }) => dataset === link.dataset && sameField(field, link.field)),
  );
  return links.length === 0 ? null : { to: at + 2, weight: 2.9, meaning: { kind: 'value', links } };
};
