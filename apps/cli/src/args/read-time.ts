/** What a time may look like, for messages. */
export const TIME_EXAMPLES = '2026-01-31T12:00:00Z, 2026-01-31 or now-15m';

const RFC3339 = /^\d{4}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?(?:[Zz]|[+-]\d{2}:?\d{2})?$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;
const RELATIVE = /^now(?:-((?:\d{1,6}(?:ms|s|m|h|d|w))+))?$/;
const UNIT_MS: Readonly<Record<string, number>> = {
  ms: 1,
  s: 1_000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
};

const agoMs = (text: string): number =>
  [...text.matchAll(/(\d+)(ms|s|m|h|d|w)/g)].reduce(
    (sum, [, n, unit]) => sum + Number(n) * (UNIT_MS[unit ?? ''] ?? 0),
    0,
  );

/** A day or month that does not exist would roll over silently: `2026-02-30` is refused instead. */
const isRealDate = (text: string): boolean => {
  const day = new Date(`${text.slice(0, 10)}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text.slice(0, 10));
};

const absolute = (text: string): string | null => {
  if (!isRealDate(text)) return null;
  if (DATE.test(text)) return `${text}T00:00:00Z`;
  if (!RFC3339.test(text)) return null;
  const full = text
    .replace(/[ t]/, 'T')
    .replace('z', 'Z')
    .replace(',', '.')
    .replace(/T(\d{2}:\d{2})(?!:)/, 'T$1:00')
    .replace(/([+-]\d{2})(\d{2})$/, '$1:$2');
  const zoned = /(?:Z|[+-]\d{2}:\d{2})$/.test(full) ? full : `${full}Z`;
  return Number.isNaN(Date.parse(zoned)) ? null : zoned;
};

/** A time as a person writes it, as RFC 3339; null when it is none. Without a zone it is UTC. */
export const readTime = (text: string, nowMs: number): string | null => {
  const relative = RELATIVE.exec(text);
  if (relative) return new Date(nowMs - (relative[1] ? agoMs(relative[1]) : 0)).toISOString();
  return absolute(text);
};
