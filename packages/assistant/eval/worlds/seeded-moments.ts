import { type Dice, NOW_MS, times } from './seeded.ts';

const MINUTE_MS = 60_000;
const DAYS = 14;

/** Something that goes wrong on purpose: so many records of a service within so many minutes. */
export interface Incident<Planted> {
  readonly planted: Planted;
  readonly name: string;
  readonly from: number;
  readonly minutes: number;
  readonly count: number;
}

export interface Moment<Planted> {
  readonly ms: number;
  readonly name: string;
  /** What happens to it on purpose. */
  readonly planted?: Planted;
}

/** Of services that records fall to by chance, one of which may not have been heard of since some time. */
export interface Daily {
  readonly names: readonly string[];
  readonly usual: number;
  readonly quiet?: { readonly name: string; readonly sinceMs: number };
}

/** Usual records over two weeks, a quarter of them spread evenly, and those of the incidents; oldest first. */
export const momentsOf = <Planted>(
  random: Dice,
  { names, usual, quiet }: Daily,
  incidents: readonly Incident<Planted>[],
): readonly Moment<Planted>[] => {
  const even = Array.from(
    { length: usual / 4 },
    () => NOW_MS - 1 - Math.floor(random.roll() * DAYS * 1440 * MINUTE_MS),
  );
  const all = [...even, ...times(random, usual - even.length, DAYS)].map((ms) => ({ ms, name: random.pick(names) }));
  const more = incidents.flatMap(({ planted, name, from, minutes, count }) =>
    Array.from({ length: count }, () => ({
      ms: from + Math.floor(random.roll() * minutes * MINUTE_MS),
      name,
      planted,
    })),
  );
  const heard = all.filter(({ ms, name }) => name !== quiet?.name || ms < quiet.sinceMs);
  return [...heard, ...more].toSorted((a, b) => a.ms - b.ms);
};
