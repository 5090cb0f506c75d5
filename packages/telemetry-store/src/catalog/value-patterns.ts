import { isIPv4, isIPv6 } from 'node:net';
import type { CatalogField } from '@clearspan/contracts';
import { ANY, maskText } from '../rows/mask-text.ts';

export type ValuePattern = NonNullable<CatalogField['patterns']>[number];

const PATTERNS_MAX = 5;
const PATTERN_CHARS_MAX = 80;
/** A shape that fewer values have tells nothing of the field. */
const SHARE_MIN = 0.05;
/** So many different words are a choice; more are names. */
const CHOICES_MAX = 50;

/** A host is told from a file, a class or a key by how it ends. */
const HOST = /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+(?:app|cloud|com|dev|edu|gov|internal|io|lan|local|net|org|svc)$/i;
/** Both digits and letters, or as long as a trace id: no number has so many digits. */
const HEX = /^(?:(?=.*\d)(?=.*[a-f])[0-9a-f]{8,}|[0-9a-f]{32})$/i;

/** The first that fits is the shape of a text. */
const SHAPES: readonly (readonly [name: string, fits: (text: string) => boolean])[] = [
  ['number', (text) => /^[+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(text)],
  ['uuid', (text) => /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(text)],
  ['timestamp', (text) => /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:[.,]\d+)?)?(?:Z|[+-]\d\d:?\d\d)?$/.test(text)],
  ['date', (text) => /^\d{4}-\d\d-\d\d$/.test(text)],
  ['duration', (text) => /^(?:\d+(?:\.\d+)?(?:ns|us|µs|μs|ms|s|m|h|d))+$/.test(text)],
  ['ipv4', isIPv4],
  ['ipv6', isIPv6],
  ['semver', (text) => /^v?\d+\.\d+\.\d+(?:[-+][\w.+-]+)?$/.test(text)],
  ['url', (text) => /^[a-z][a-z0-9+.-]*:\/\/\S+$/i.test(text)],
  ['email', (text) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text)],
  ['hostname', (text) => HOST.test(text)],
  ['path', (text) => /^\/\S*$/.test(text)],
];

/** What a text looks like: a known shape, or what stays of it when words that hold a digit are masked; null for neither. */
const shapeOf = (text: string): string | null => {
  if (HEX.test(text)) return `hex${text.length}`;
  const shape = SHAPES.find(([, fits]) => fits(text));
  if (shape !== undefined) return shape[0];
  const masked = maskText(text);
  // What differs must leave something that is the same.
  return masked === text || masked === ANY || masked.length > PATTERN_CHARS_MAX ? null : masked;
};

const rounded = (share: number): number => Math.round(share * 10_000) / 10_000;

/**
 * What the values of a field look like, the most frequent shape first. `values` are the frequent ones of `distinct` with
 * their counts, or some where none is frequent. Words without a shape are `enum` where there are few of them.
 */
export const valuePatterns = (
  values: readonly (readonly [value: string, count: number])[],
  distinct: number,
): ValuePattern[] => {
  const counts = new Map<string, number>();
  let total = 0;
  for (const [value, count] of values) {
    total += count;
    const shape = shapeOf(value) ?? (distinct <= CHOICES_MAX && count > 1 ? 'enum' : null);
    if (shape !== null) counts.set(shape, (counts.get(shape) ?? 0) + count);
  }
  return [...counts]
    .map(([pattern, count]) => ({ pattern, share: rounded(count / total) }))
    .filter(({ share }) => share >= SHARE_MIN)
    .sort((a, b) => b.share - a.share || a.pattern.localeCompare(b.pattern))
    .slice(0, PATTERNS_MAX);
};
