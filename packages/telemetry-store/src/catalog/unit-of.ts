import type { Dataset, FieldPlace } from './sources.ts';
import { CONVENTIONS, DURATION_WORDS, QUALIFIERS, UNIT_WORDS, UNIT_WORDS_OF_DURATIONS } from './unit-names.ts';

/** `latencyMs`, `latency_ms` and `latency.ms` are the words latency and ms; `HTTPDurationMS` is http, duration and ms. */
const wordsOf = (name: string): readonly string[] =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');

const isQualifier = (word: string): boolean => QUALIFIERS.has(word) || /^p\d{2,3}$/.test(word);

const unitOfWords = (words: readonly string[]): string | null => {
  // A rate is not what it is a rate of.
  if (words.includes('per')) return null;
  const said = words.slice(0, words.findLastIndex((word) => !isQualifier(word)) + 1);
  const last = said.at(-1) ?? '';
  if (Object.hasOwn(UNIT_WORDS, last)) return UNIT_WORDS[last] ?? null;
  const isDuration = said.slice(0, -1).some((word) => DURATION_WORDS.has(word));
  return isDuration && Object.hasOwn(UNIT_WORDS_OF_DURATIONS, last) ? (UNIT_WORDS_OF_DURATIONS[last] ?? null) : null;
};

const unitOfConvention = (path: readonly string[]): string | null => {
  // Whatever wraps attributes comes first: `tags`, `logRecord.attributes`.
  const name = path.map((_, from) => path.slice(from).join('.')).find((tail) => Object.hasOwn(CONVENTIONS, tail));
  return name === undefined ? null : (CONVENTIONS[name] ?? null);
};

/** DataPrime shows how long a span took in microseconds. */
const isSpanDuration = (dataset: Dataset, { root, path }: FieldPlace): boolean =>
  dataset === 'spans' && root !== 'l' && path.length === 1 && path[0] === 'duration';

/**
 * The unit of a field of numbers by its name, as UCUM code: by what DataPrime itself defines, by the semantic conventions of
 * OpenTelemetry, by the words of the name. Null where none of them says one: no unit is better than a wrong one.
 */
export const unitOf = (dataset: Dataset, place: FieldPlace): string | null => {
  if (isSpanDuration(dataset, place)) return 'us';
  // `latency: { ms }` says as much as `latency_ms`.
  return unitOfConvention(place.path) ?? unitOfWords(wordsOf(place.path.slice(-2).join('.')));
};
