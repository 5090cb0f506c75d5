import type { Reading } from '../compose/compose.ts';
import type { FieldRef } from '../ir/field-ref.ts';
import type { Pred, QueryIR, Related } from '../ir/query-ir.ts';
import type { Mark } from '../link/mark.ts';

const THINGS =
  'service|user|customer|path|endpoint|route|page|region|pod|host|operation|message|error|app|version|trace';
/** Words that mean the first row of the result before: "its errors", "that service", "the first one". */
const ONE = new RegExp(
  `\\b(?:its|(?:of|for|from|in|by|behind|did|does|is|was|has|had) it|that (?:${THINGS}|one)|this (?:${THINGS}|one)|the (?:first|second|third|top|worst|slowest) (?:one|row|result|${THINGS})|there)\\b`,
  'i',
);
/** All of them. */
const ALL = new RegExp(
  `\\b(?:their|those (?:${THINGS})s|these (?:${THINGS})s|(?<!\\b(?:without|except|excluding|minus) )those|them|they)\\b`,
  'i',
);

/** The field whose values the rows of a ranking are. */
const rankedBy = ({ ir }: Reading): FieldRef | null => {
  const [key] = ir.keys;
  const isRanking =
    ir.shape === 'table' && ir.keys.length === 1 && ir.order?.by === 'column' && ir.overall.length === 0;
  if (ir.shape === 'distinct') return ir.columns.length === 1 ? (ir.columns[0] ?? null) : null;
  return isRanking && key?.kind === 'field' ? key.field : null;
};

/**
 * Records of the thing that the result before is about. Which it is only the data knows, so the query asks for it:
 * "which service has the most errors" > "show me its logs".
 */
export const pointedAt = (base: Reading, marks: readonly Mark[]): Related | null => {
  const text = marks.map((mark) => mark.text).join(' ');
  const field = rankedBy(base);
  const one = ONE.test(text);
  if (field === null || (!one && !ALL.test(text))) return null;
  // All rows of a list without an end are no thing to point at.
  if (!one && base.ir.limit === null && base.ir.having.length === 0 && base.ir.shape !== 'distinct') return null;
  const nth = /\bsecond\b/i.test(text) ? 2 : /\bthird\b/i.test(text) ? 3 : 1;
  // Records without it are no thing to point at.
  const known: Pred = { kind: 'compare', field, op: '!=', value: { kind: 'null' } };
  const isKnown = base.ir.where.some((pred) => JSON.stringify(pred) === JSON.stringify(known));
  const plain: QueryIR = { ...base.ir, share: false, where: isKnown ? base.ir.where : [...base.ir.where, known] };
  const to = one && base.ir.shape === 'table' ? { ...plain, limit: nth } : plain;
  return { to, own: field, other: field, ...(nth > 1 ? { lastOf: nth } : {}) };
};
