import type { AliasTarget, LearnedContent } from '@clearspan/contracts';
import { check, parse, type Query } from '@clearspan/dataprime';
import { catalogSchema } from '../catalog/catalog-schema.ts';
import type { InterpretInput } from '../interpret.ts';
import type { Linked } from '../link/link-question.ts';
import type { Candidate } from '../rank/candidates.ts';
import { keypathsIn, type QuerySlot, slotsMissingIn, slotsOf } from './query-slots.ts';

/** What was concluded from one correction, or why nothing was, fit to be shown. */
export type Conclusion =
  | { readonly ok: true; readonly content: LearnedContent }
  | { readonly ok: false; readonly reason: string };

/** A question as it is read now, and the query that was meant. */
export interface Correction {
  readonly question: string;
  readonly input: InterpretInput;
  readonly linked: Linked;
  readonly reading: Candidate;
  readonly meant: Query;
}

/** A query as the real parser and checker read it; null where one of them finds an error. */
export const soundQuery = (text: string, { index }: Pick<Linked, 'index'>): Query | null => {
  const parsed = parse(text);
  const checked = check(parsed, { schema: catalogSchema(index) });
  const fine = [...parsed.diagnostics, ...checked.diagnostics].every(({ severity }) => severity !== 'error');
  return fine && parsed.query.stages.length > 0 ? parsed.query : null;
};

/** `field == 'text'` as a target; null for any other condition. */
export const equalityOf = ({ kind, expr }: QuerySlot): Extract<AliasTarget, { kind: 'value' }> | null => {
  if (kind !== 'condition' || expr?.kind !== 'binary' || expr.op !== '==' || expr.right.kind !== 'string') return null;
  const [field] = keypathsIn([expr.left]);
  return field === undefined || expr.right.value === '' ? null : { kind: 'value', field, value: expr.right.value };
};

const fieldsOf = (slots: readonly QuerySlot[]): readonly string[] =>
  keypathsIn(slots.flatMap(({ expr }) => (expr === undefined ? [] : [expr])));

/**
 * What the meant query says that the reading does not: one value of a field, or one field. Null where it is neither, or
 * more than one.
 */
export const changedTarget = ({ reading, meant }: Correction): AliasTarget | null => {
  const added = slotsMissingIn(meant, reading.ast);
  const removed = slotsMissingIn(reading.ast, meant);
  if (removed.filter(({ kind }) => kind === 'condition').length > 1) return null;
  const conditions = added.filter(({ kind }) => kind === 'condition');
  const [value, ...others] = conditions.flatMap((slot) => equalityOf(slot) ?? []);
  if (value !== undefined && others.length === 0 && added.length === 1) return value;
  const before = new Set(fieldsOf(slotsOf(reading.ast)));
  const [field, ...more] = fieldsOf(added).filter((name) => !before.has(name));
  return field !== undefined && more.length === 0 && conditions.length === 0 ? { kind: 'field', field } : null;
};
