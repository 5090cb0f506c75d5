import { durationText, numberText } from './format-value.ts';

/** Units of columns by their names, as codes of UCUM. */
export type Units = Readonly<Record<string, string>>;

const MICROS: Readonly<Record<string, number>> = { ns: 0.001, us: 1, ms: 1_000, s: 1_000_000 };
const BYTES: Readonly<Record<string, number>> = { By: 1, KiBy: 1024, MiBy: 1024 ** 2, GiBy: 1024 ** 3 };
const SIZES = ['B', 'KiB', 'MiB', 'GiB', 'TiB'] as const;

const sizeText = (bytes: number): string => {
  const power = Math.min(SIZES.length - 1, bytes < 1024 ? 0 : Math.floor(Math.log(bytes) / Math.log(1024)));
  return `${Number((bytes / 1024 ** power).toPrecision(3)).toLocaleString('en')} ${SIZES[power]}`;
};

/** `106 ms`, `1.2 MiB`, `4.6 %` of a number in its unit; null where the unit has no way of its own to be read. */
export const inUnit = (value: number, unit: string | undefined): string | null => {
  if (unit === undefined || !Number.isFinite(value)) return null;
  const micros = MICROS[unit];
  if (micros !== undefined) return value < 0 ? `-${durationText(-value * micros)}` : durationText(value * micros);
  const bytes = BYTES[unit];
  if (bytes !== undefined && value >= 0) return sizeText(value * bytes);
  return unit === '1' ? `${numberText(Number((value * 100).toPrecision(3)))} %` : null;
};
