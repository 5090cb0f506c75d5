import type { Scene } from '../compose/scene.ts';
import { moneyFields } from '../compose/spoken-units.ts';
import { type FieldRef, fieldText, sameField } from '../ir/field-ref.ts';
import type { Pred, QueryIR } from '../ir/query-ir.ts';
import { resolveTime } from '../time/time-spec.ts';
import { wantsValues } from './steps/preds.ts';

/** Records are not spread evenly over time. */
const timesOfShare = 4;

const nanosOf = (iso: string | null): bigint => (iso === null ? 0n : BigInt(Date.parse(iso)) * 1_000_000n);

/** The share of what is stored that lies in a range, generously; all of it where no range is said. */
const shareOfTime = ({ data }: Scene, { time }: QueryIR, now: bigint): number => {
  const stored = Number(nanosOf(data.newest) - nanosOf(data.oldest));
  if (time === null || stored <= 0) return 1;
  const { from, to } = resolveTime(time, now);
  return Math.min(1, (timesOfShare * Number(to - from)) / stored);
};

const valuesOf = ({ data }: Scene, field: FieldRef): readonly { readonly value: string; readonly count: number }[] =>
  data.fields.find(({ ref }) => sameField(ref, field))?.source.values ?? [];

/** How many records a condition leaves at most, as far as the values of its field tell. */
const leftBy = (scene: Scene, pred: Pred): number => {
  if (!wantsValues(pred) || !('field' in pred) || pred.field === null) return scene.data.records;
  const wanted = pred.kind === 'in' ? pred.values : pred.kind === 'compare' ? [pred.value] : [];
  const counts = wanted.map((scalar) =>
    'value' in scalar
      ? valuesOf(scene, pred.field as FieldRef).find(
          ({ value }) => value.toLowerCase() === String(scalar.value).toLowerCase(),
        )?.count
      : undefined,
  );
  return counts.includes(undefined) ? scene.data.records : counts.reduce<number>((sum, count) => sum + (count ?? 0), 0);
};

/** The most that one of the groups can count. */
const mostOfGroup = (scene: Scene, ir: QueryIR, now: bigint): number => {
  const groups = ir.keys.flatMap((key) => {
    const counts = key.kind === 'field' ? valuesOf(scene, key.field).map(({ count }) => count) : [];
    return counts.length > 0 ? [Math.max(...counts)] : [];
  });
  return (
    Math.min(scene.data.records, ...groups, ...ir.where.map((pred) => leftBy(scene, pred))) *
    shareOfTime(scene, ir, now)
  );
};

/** Whether records can have both fields, as far as the services that have them tell. */
const meet = ({ data }: Scene, one: FieldRef, other: FieldRef): boolean => {
  const [a, b] = [data.services.get(fieldText(one)), data.services.get(fieldText(other))];
  return a === undefined || b === undefined || [...a.keys()].some((service) => b.has(service));
};

/**
 * "only above 1000" of groups none of which can count that many: the one amount that their records have; null where a
 * count can be meant, or where there is none or several.
 */
export const amountOfRecords = (scene: Scene, ir: QueryIR, value: number, now: bigint): FieldRef | null => {
  const about = [
    ...ir.keys.flatMap((key) => (key.kind === 'field' ? [key.field] : [])),
    ...ir.where.flatMap((pred) => ('field' in pred && pred.field !== null ? [pred.field] : [])),
  ];
  const amounts = moneyFields(scene).filter((field) => about.every((other) => meet(scene, field, other)));
  const [only] = amounts;
  const high =
    scene.data.fields.find(({ ref }) => only !== undefined && sameField(ref, only))?.source.numbers?.max ?? 0;
  return only !== undefined && amounts.length === 1 && value < high && value > mostOfGroup(scene, ir, now)
    ? only
    : null;
};
