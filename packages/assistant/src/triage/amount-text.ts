/** `1,204`. */
export const countText = (value: number): string => String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, ',');

export const plural = (count: number, word: string): string => `${countText(count)} ${word}${count === 1 ? '' : 's'}`;

const MICROS: Readonly<Record<string, number>> = { ns: 0.001, us: 1, ms: 1_000, s: 1_000_000 };

const figure = (value: number): string => (value >= 100 ? countText(value) : String(Number(value.toPrecision(3))));

/** `15 µs`, `1.24 ms`, `3.2 s` from a number of the unit; the number as it is where the unit is none of time. */
export const durationText = (value: number, unit: string): string => {
  const scale = MICROS[unit];
  if (scale === undefined) return figure(value);
  const us = value * scale;
  if (us < 1_000) return `${figure(us)} µs`;
  return us < 1_000_000 ? `${figure(us / 1_000)} ms` : `${figure(us / 1_000_000)} s`;
};

/** `4.6 %` of a share from 0 to 1. */
export const shareText = (share: number): string =>
  share > 0 && share < 0.0005 ? 'under 0.1 %' : `${Number((share * 100).toFixed(share < 0.1 ? 1 : 0))} %`;

const CHARS_MAX = 120;
/** A text of the data on one line, and not endless. */
export const short = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > CHARS_MAX ? `${line.slice(0, CHARS_MAX - 1)}…` : line;
};
export const quoted = (text: string): string => `'${short(text)}'`;

/** `12 (3 before)`. */
export const nowAndBefore = (now: number, before: number): string => `${countText(now)} (${countText(before)} before)`;
