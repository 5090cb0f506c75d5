import type { Token } from '../tokens/token.ts';
import type { TimeMark } from './find-time.ts';
import { type Instant, NANOS, resolveInstant, type TimeSpec } from './time-spec.ts';

/** Minutes ahead of UTC. Only abbreviations of a fixed offset: places change theirs over the year. */
const OFFSETS: ReadonlyMap<string, number> = new Map([
  ['UTC', 0],
  ['GMT', 0],
  ['CET', 60],
  ['CEST', 120],
  ['BST', 60],
  ['EET', 120],
  ['EEST', 180],
  ['MSK', 180],
  ['IST', 330],
  ['SGT', 480],
  ['JST', 540],
  ['AEST', 600],
  ['EST', -300],
  ['EDT', -240],
  ['CST', -360],
  ['CDT', -300],
  ['MST', -420],
  ['MDT', -360],
  ['PST', -480],
  ['PDT', -420],
]);
/** Those that are English words or parts of them count only in capitals. */
const PLAIN = /^(est|ist|mst|cst|bst)$/;
const hoursMax = 14;

export interface Zone {
  readonly name: string;
  readonly offsetNanos: bigint;
  /** The question without the words of the zone. */
  readonly tokens: readonly Token[];
}

/** `+2` right behind the name, as one token or as two. */
const readShift = (
  tokens: readonly Token[],
  at: number,
  end: number,
): { readonly hours: number; readonly words: number; readonly text: string } => {
  const sign = tokens[at];
  const none = { hours: 0, words: 0, text: '' };
  if (sign === undefined || sign.start !== end) return none;
  if (sign.kind === 'number' && /^[+-]/.test(sign.text)) return { hours: sign.value, words: 1, text: sign.text };
  const count = tokens[at + 1];
  if (!/^[+-]$/.test(sign.text) || count?.kind !== 'number') return none;
  return { hours: sign.text === '-' ? -count.value : count.value, words: 2, text: `${sign.text}${count.text}` };
};

/** `UTC-5` is one word to the tokeniser. */
const SHIFTED = /^(utc|gmt)([+-]\d{1,2})$/i;

const shiftedZone = (tokens: readonly Token[]): Zone | null => {
  const token = tokens.find((other) => SHIFTED.test(other.text));
  const hours = Number(SHIFTED.exec(token?.text ?? '')?.[2] ?? Number.NaN);
  if (token === undefined || Math.abs(hours) > hoursMax) return null;
  const rest = tokens.filter((other) => other.text.toUpperCase() !== token.text.toUpperCase());
  return { name: token.text.toUpperCase(), offsetNanos: BigInt(hours) * NANOS.hour, tokens: rest };
};

/** The zone a question names: `10:00 CET`, `yesterday UTC+2`; null where it names none. */
export const findZone = (tokens: readonly Token[]): Zone | null => {
  const at = tokens.findIndex(
    (token) => token.kind === 'word' && OFFSETS.has(token.text.toUpperCase()) && !PLAIN.test(token.text),
  );
  const token = tokens[at];
  if (token === undefined) return shiftedZone(tokens);
  const name = token.text.toUpperCase();
  const shift = readShift(tokens, at + 1, token.end);
  if (Math.abs(shift.hours) > hoursMax || (shift.words > 0 && !/^(UTC|GMT)$/.test(name))) return null;
  const minutes = (OFFSETS.get(name) ?? 0) + shift.hours * 60;
  const rest = tokens.filter(
    (other, index) => other.text.toUpperCase() !== name && (index <= at || index > at + shift.words),
  );
  return { name: `${name}${shift.text}`, offsetNanos: BigInt(Math.round(minutes)) * NANOS.minute, tokens: rest };
};

/** A moment read on the clock of the zone, as it stands in UTC. */
const inUtc = (at: Instant, offset: bigint, now: bigint): Instant =>
  at.kind === 'now' ? at : { kind: 'at', nanos: resolveInstant(at, now + offset) - offset };

const specInUtc = (spec: TimeSpec, offset: bigint, now: bigint): TimeSpec => {
  switch (spec.kind) {
    case 'last':
      return spec;
    case 'between':
      return { kind: 'between', from: inUtc(spec.from, offset, now), to: inUtc(spec.to, offset, now) };
    case 'around':
      return { ...spec, at: inUtc(spec.at, offset, now) };
  }
};

/** What was read on the clock of a zone, with a note that says so. */
export const markInUtc = (mark: TimeMark, zone: Zone, now: bigint): TimeMark => {
  if (mark.kind !== 'time' || zone.offsetNanos === 0n) return mark;
  const note = `times are ${zone.name}; buckets and hours of the day stay in UTC`;
  return { ...mark, spec: specInUtc(mark.spec, zone.offsetNanos, now), note };
};
