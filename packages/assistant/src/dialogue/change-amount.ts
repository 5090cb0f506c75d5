import { convertAmount, isDurationUnit } from '../compose/units.ts';
import type { Pred, QueryIR } from '../ir/query-ir.ts';
import type { Mark } from '../link/mark.ts';

const CHANGES =
  /^(?:(?:no|and|ok|now|just|actually|sorry)[, ]+)*(?:make|change|set|increase|decrease|raise|lower|extend|reduce)\b|^(?:(?:hm+|no|ok|or|uh|well|sorry|wait)[, ]+)*(?:only |just |the |rather |better )?(?:top |first |last )?\d+ ?[\w%]*(?:,? (?:instead|please|actually|rather|then|better))*[?.!]*$|\binstead\b/i;

/** "make it 7", "make it 500ms": the one amount of the question before is another; null where there is none. */
export const changeAmount = (base: QueryIR, question: string, marks: readonly Mark[]): QueryIR | null => {
  const amounts = marks.flatMap(({ meaning }) => (meaning.kind === 'amount' ? [meaning] : []));
  const [amount] = amounts;
  const others = marks.some(
    ({ meaning }) =>
      /^(value|field|time|message)$/.test(meaning.kind) ||
      (meaning.kind === 'concept' && meaning.concept.kind === 'superlative'),
  );
  if (amount === undefined || amounts.length > 1 || others || !CHANGES.test(question)) return null;
  const { value, unit } = amount;
  if (unit === null && base.limit !== null) return { ...base, limit: value };
  if (unit === null && base.perGroup !== null) return { ...base, perGroup: value };
  const [having] = base.having;
  if (having !== undefined && typeof having.value === 'number') {
    const share = unit === 'percent' ? value / 100 : value;
    return { ...base, having: [{ ...having, value: share }, ...base.having.slice(1)] };
  }
  const changed = base.where.map((pred): Pred => {
    if (pred.kind !== 'compare' || pred.value.kind !== 'number' || pred.field.role === 'status') return pred;
    if (!/^[<>]/.test(pred.op)) return pred;
    const wanted = convertAmount(value, unit ?? (isDurationUnit(pred.field.unit) ? 'ms' : null), pred.field.unit);
    return wanted === null ? pred : { ...pred, value: { kind: 'number', value: wanted } };
  });
  return changed.some((pred, index) => pred !== base.where[index]) ? { ...base, where: changed } : null;
};
