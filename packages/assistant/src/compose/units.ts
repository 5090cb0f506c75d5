import type { Unit } from '../ir/field-ref.ts';
import type { QuantityUnit } from '../tokens/token.ts';

const NANOS: Readonly<Record<string, number>> = {
  ns: 1,
  us: 1e3,
  ms: 1e6,
  s: 1e9,
  m: 60e9,
  min: 60e9,
  h: 3600e9,
  d: 86_400e9,
  w: 604_800e9,
};
const BYTES: Readonly<Record<string, number>> = { bytes: 1, kb: 1024, mb: 1024 ** 2, gb: 1024 ** 3 };

const tidy = (value: number): number => Number(value.toPrecision(12));

/** An amount in the unit of a field; null where the units measure different things. No unit is taken as the field's. */
export const convertAmount = (value: number, from: QuantityUnit | Unit | null, to: Unit | null): number | null => {
  if (from === null || to === null || from === to) return value;
  if (from === 'percent') return value;
  const time = [NANOS[from], NANOS[to]] as const;
  if (time[0] !== undefined && time[1] !== undefined) return tidy((value * time[0]) / time[1]);
  const size = [BYTES[from], BYTES[to]] as const;
  return size[0] !== undefined && size[1] !== undefined ? tidy((value * size[0]) / size[1]) : null;
};

export const isDurationUnit = (unit: QuantityUnit | Unit | null): boolean => unit !== null && NANOS[unit] !== undefined;
