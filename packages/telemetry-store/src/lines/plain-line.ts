import { severityFromWord } from '../rows/severity.ts';
import { type LeadingTime, leadingTime, timeFromText } from './time-text.ts';

/** Looking for a time or a level stops here: further on, they belong to the message. */
const HEAD_UNITS_MAX = 160;
const TOKENS_MAX = 5;

/** Words that are a level when they stand where a level stands; others (`log`, `all`, `fine`) are too common. */
const LEVEL_WORD =
  /^(?:trace|debug|verbose|info|information|notice|warn|warning|err|error|severe|fatal|crit|critical|panic|emerg|alert)$/i;

/** The time may stand in brackets, and behind a client address as web servers have it. */
const BRACKETED = /\[(\d{4}-|\d{2}\/[A-Za-z]{3}\/|[A-Za-z]{3} )/;

const timeIn = (line: string, nowNanos: bigint): LeadingTime | null => {
  const start = /^[\s[<(]*/.exec(line)?.[0].length ?? 0;
  const leading = leadingTime(line.slice(start, start + HEAD_UNITS_MAX), nowNanos);
  if (leading !== null) return { nanos: leading.nanos, units: start + leading.units };
  const bracket = BRACKETED.exec(line.slice(0, HEAD_UNITS_MAX));
  if (bracket === null) return null;
  const at = bracket.index + 1;
  const inside = leadingTime(line.slice(at, at + HEAD_UNITS_MAX), nowNanos);
  return inside === null ? null : { nanos: inside.nanos, units: at + inside.units };
};

const keyed = (line: string, keys: string): string | undefined => {
  const match = new RegExp(`(?:^|\\s)(?:${keys})=("[^"]*"|\\S+)`).exec(line);
  return match?.[1]?.replace(/^"|"$/g, '');
};

/** Begins as a time does, though it may be none: `1960-01-01`, `2026-13-01`. */
const DATED = /^[\s[<(]*\d{4}[-/]\d{2}[-/]\d{2}\b/;

const MARKED = /^[[<(|]|[\]>):|]$/;
const BRACKETS = /^[[<(|]+|[\]>):|,]+$/g;

/**
 * The level among the first words after the time: in capitals, in brackets, before a colon, or right behind the time.
 */
const levelIn = (rest: string, afterTime: boolean): number => {
  const tokens = rest.trim().split(/\s+/, TOKENS_MAX);
  for (const [index, token] of tokens.entries()) {
    const word = token.replace(BRACKETS, '');
    if (!LEVEL_WORD.test(word)) continue;
    if (word === word.toUpperCase() || MARKED.test(token) || (afterTime && index === 0)) return severityFromWord(word);
  }
  return 0;
};

/** What a line of plain text says of itself; 0 and null where it does not. */
export const readPlainLine = (
  line: string,
  nowNanos: bigint,
): { readonly timeNanos: bigint | null; readonly severity: number; readonly timeUnread: boolean } => {
  const head = line.slice(0, HEAD_UNITS_MAX * 2);
  const time = timeIn(head, nowNanos);
  const named = keyed(head, 'ts|time|timestamp|t');
  const timeNanos = time?.nanos ?? (named === undefined ? null : timeFromText(named, nowNanos));
  const level = keyed(head, 'level|lvl|severity|loglevel');
  const rest = head.slice(time?.units ?? 0).replace(/^[\]>)\s,:|-]+/, '');
  const severity = (level === undefined ? 0 : severityFromWord(level)) || levelIn(rest, time !== null);
  return { timeNanos, severity, timeUnread: timeNanos === null && (named !== undefined || DATED.test(head)) };
};
