import type { CatalogIndex } from '../catalog/catalog-index.ts';
import type { Dataset, Role } from '../ir/field-ref.ts';
import { conceptOf } from '../lexicon/lexicon.ts';
import { joinedForm } from '../tokens/normal-form.ts';
import type { Token } from '../tokens/token.ts';
import type { FieldLink } from './mark.ts';

/** What tells which one of a kind of things it is. */
const TELLS_WHICH = ['id', 'number', 'no', 'nr', 'code', 'name'];

/** Words that roles are called first of all, whatever else is called so. */
const OWN_WORD =
  /^(?:service|user|host|hostname|server|region|version|path|route|endpoint|method|status|message|severity|level|trace|span|request|operation|duration|latency|app|application|pod|error|exception|action|release|url|uri|code)$/;

const idOf = (word: string, dataset: Dataset, index: CatalogIndex): FieldLink | undefined => {
  const named = TELLS_WHICH.flatMap((last) => index.fieldNames.get(joinedForm(`${word}${last}`)) ?? []);
  return named.find((link) => link.dataset === dataset && link.field.type === 'string');
};

/** Where a data set does not tell of a user by this name, it does by the one that it has. */
const playedBy = (role: Role, dataset: Dataset, index: CatalogIndex): FieldLink | undefined => {
  const field = role === 'user' ? index[dataset].roles.get(role) : undefined;
  return field === undefined ? undefined : { dataset, field };
};

/**
 * "errors per machine" are those of `Machine.Id` where the data tells of machines, though a host is called so elsewhere; null
 * where the word is only another name of a role.
 */
export const namedThing = (run: readonly Token[], index: CatalogIndex): readonly FieldLink[] | null => {
  const word = run[0]?.norm ?? '';
  const concept = run.length === 1 ? conceptOf(word) : null;
  if (concept?.kind !== 'role' || OWN_WORD.test(word) || index.fieldNames.has(word)) return null;
  const sets = ['logs', 'spans'] as const;
  const own = sets.map((dataset) => idOf(word, dataset, index));
  if (own.every((link) => link === undefined)) return null;
  // What plays the role already is found by it, with what other services call the same.
  if (own.some((link) => link?.field.role === concept.role)) return null;
  return sets.flatMap((dataset, at) => own[at] ?? playedBy(concept.role, dataset, index) ?? []);
};

const ASKED = /^(?:which|what|by|per|each|every|different|distinct|unique)$/;

/** "which orders had errors" asks for those of `Order.Number`, though how many were planned is called orders too. */
export const askedThing = (
  tokens: readonly Token[],
  at: number,
  length: number,
  index: CatalogIndex,
): readonly FieldLink[] | null => {
  const token = tokens[at];
  if (length !== 1 || token === undefined || !ASKED.test(tokens[at - 1]?.norm ?? '')) return null;
  const plural = index.fieldNames.get(joinedForm(token.text)) ?? [];
  if (token.norm === token.text.toLowerCase() || conceptOf(token.norm) !== null || plural.length === 0) return null;
  if (!plural.every(({ field }) => field.type === 'number' && field.role === null)) return null;
  const own = (['logs', 'spans'] as const).flatMap((dataset) => idOf(token.norm, dataset, index) ?? []);
  return own.length === 0 ? null : own;
};
