import type { Bundle, BundlePart, BundleResult } from '@clearspan/contracts';
import { countText, plural } from './amount-text.ts';
import { readAttributes } from './read/read-attributes.ts';
import { readErrors } from './read/read-errors.ts';
import { readLatency } from './read/read-latency.ts';
import { readMessages } from './read/read-messages.ts';
import { readSlowest } from './read/read-slowest.ts';
import { readVolume, totalsIn } from './read/read-volume.ts';
import type { Reader, Totals } from './read/reader.ts';

const READERS: Readonly<Record<BundlePart['kind'], Reader>> = {
  volume: readVolume,
  errors: readErrors,
  messages: readMessages,
  latency: readLatency,
  attributes: readAttributes,
  slowest: readSlowest,
};

type Results = ReadonlyMap<string, BundleResult>;

const totalsOf = (parts: readonly BundlePart[], results: Results, dataset: BundlePart['dataset']): Totals | null => {
  const volume = parts.find((part) => part.kind === 'volume' && part.dataset === dataset);
  const got = volume === undefined ? undefined : results.get(volume.id);
  return got !== undefined && 'result' in got ? totalsIn(got.result) : null;
};

const seen = (word: string, totals: Totals | null): readonly string[] =>
  totals === null ? [] : [`${plural(totals.now, word)} in the window, ${countText(totals.before)} before`];

const summaryOf = (parts: readonly BundlePart[], looked: readonly string[]): string => {
  const read = parts.filter(({ finding }) => finding !== undefined);
  const out = read.filter(({ finding }) => finding?.stands_out).length;
  const failed = parts.length - read.length;
  const lost = failed === 0 ? '' : ` ${failed} of ${parts.length} looks gave no answer.`;
  const at = looked.length === 0 ? '' : `: ${looked.join('; ')}`;
  if (read.length === 0) return `No look gave an answer.`;
  return out === 0
    ? `Nothing stands out against the time before${at}.${lost}`
    : `${out} of ${plural(read.length, 'look')} ${out === 1 ? 'stands' : 'stand'} out${at}.${lost}`;
};

/**
 * What the results of a bundle's parts say: each part gets its finding, or why it has none. What stands out comes first;
 * otherwise parts stay in the order of the plan, which is that of the question. Pure.
 */
export const readBundle = (bundle: Bundle, given: readonly BundleResult[]): Bundle => {
  const results: Results = new Map(given.map((one) => [one.id, one]));
  const totals = {
    logs: totalsOf(bundle.parts, results, 'logs'),
    spans: totalsOf(bundle.parts, results, 'spans'),
  };
  const parts = bundle.parts.map((part): BundlePart => {
    const got = results.get(part.id);
    if (got === undefined) return { ...part, error: { code: 'NOT_RUN', message: 'the query was not run' } };
    if ('error' in got) return { ...part, error: got.error };
    const input = { part, result: got.result, symptom: bundle.symptom, totals: totals[part.dataset] };
    return { ...part, finding: READERS[part.kind](input) };
  });
  const standing = parts.filter(({ finding }) => finding?.stands_out);
  const looked = [...seen('span', totals.spans), ...seen('log line', totals.logs)];
  return {
    ...bundle,
    summary: summaryOf(parts, looked),
    parts: [...standing, ...parts.filter((part) => !standing.includes(part))],
  };
};
