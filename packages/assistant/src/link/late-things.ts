import type { CatalogIndex } from '../catalog/catalog-index.ts';
import { type FieldRef, fieldText } from '../ir/field-ref.ts';
import { nameWords, wordForm } from '../tokens/normal-form.ts';
import type { Token } from '../tokens/token.ts';
import type { Piece } from './piece.ts';

/** What a number of hours or days says of a thing as soon as there are any. */
const LATE = /^(?:late|overdue|delayed|tardy)$/;
const NAMED_LATE = /^(?:late|lateness|overdue|delay|delayed)$/;
const UNIT = /^(?:d|days?|h|hours?|hrs?|min|mins|minutes?|s|sec|secs|seconds?|weeks?|ms|by|in)$/;
const BETWEEN = /^(?:that|which|who|is|are|was|were|be|been|being|came|come|has|have|had|too|ran|arrived)$/;
/** "how late", "2 days late", "later": these ask for the number itself. */
const MEASURES = /^(?:how|days?|hours?|minutes?|mins?|seconds?|weeks?|average|most|very)$/;

/** The thing that a field tells the lateness of, null where it tells none: of orders `order.daysLate`. */
const thingOf = (field: FieldRef, name: string): string | null => {
  const words = nameWords(name);
  const told = words.filter((word) => !UNIT.test(word));
  if (field.type !== 'number' || field.role !== null || told.length < 2 || !NAMED_LATE.test(told.at(-1) ?? ''))
    return null;
  return wordForm(told.at(-2) ?? '');
};

const latenessOf = (things: readonly string[], index: CatalogIndex): FieldRef | null => {
  const found = index.logs.fields.filter(({ ref, name }) => things.includes(thingOf(ref, name) ?? ''));
  return found.length === 1 ? (found[0]?.ref ?? null) : null;
};

const isMeasured = (tokens: readonly Token[], at: number): boolean =>
  MEASURES.test(tokens[at - 1]?.norm ?? '') || tokens[at - 1]?.kind === 'quantity' || tokens[at + 1]?.norm === 'than';

/** A shift, or what else is called late by name. */
const isNamedValue = (tokens: readonly Token[], at: number, index: CatalogIndex): boolean => {
  const fields = (index.values.get(tokens[at]?.norm ?? '') ?? []).flatMap(({ field }) =>
    nameWords(field.path.at(-1) ?? '').map(wordForm),
  );
  return [at - 1, at + 1].some((place) => fields.includes(tokens[place]?.norm ?? ''));
};

/** "late orders", "orders that were late" are those of more than no `order.daysLate`, and not those of the late shift. */
export const lateThings = (tokens: readonly Token[], at: number, index: CatalogIndex): Piece | null => {
  const said = tokens.findIndex(({ norm }, place) => place >= at && LATE.test(norm));
  const token = tokens[said];
  if (token === undefined || isMeasured(tokens, said) || isNamedValue(tokens, said, index)) return null;
  const leads = said === at;
  // The thing itself is part of what is said, where it stands right beside it.
  let from = said - 1;
  while (from > at && BETWEEN.test(tokens[from]?.norm ?? '')) from -= 1;
  if (!leads && from !== at) return null;
  const near = leads ? tokens[at + 1] : tokens[at];
  const beside = latenessOf([near?.norm ?? ''], index);
  const field =
    beside ??
    (leads
      ? latenessOf(
          tokens.map(({ norm }) => norm),
          index,
        )
      : null);
  if (field === null || (!leads && /^(?:which|each|every|per|by)$/.test(tokens[at - 1]?.norm ?? ''))) return null;
  const to = beside === null ? said + 1 : leads ? said + 2 : said + 1;
  const key = fieldText(field);
  const meant: Token = { ...token, kind: 'constraint', key, op: '>', value: '0', negated: false };
  return { to, weight: 1.7 * (to - at), meaning: { kind: 'literal', token: meant } };
};
