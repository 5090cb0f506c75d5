/** A sample of Prometheus text: its name with its labels sorted, as in `up{job="a"}`, and its value. */
export type Samples = ReadonlyMap<string, number>;

const LINE = /^([a-zA-Z_:][\w:]*)(?:\{(.*)\})? (\S+)(?: \d+)?$/;
const LABEL = /([a-zA-Z_]\w*)="((?:[^"\\]|\\.)*)"/g;

/** Labels that say where a sample comes from, not what it is of. */
const OF_SCOPE = /^(?:otel_scope_|service_)/;

/** One sample's key, from its name and labels. */
export const sampleKey = (name: string, labels: Readonly<Record<string, string | number>> = {}): string => {
  const parts = Object.entries(labels)
    .toSorted(([a], [b]) => a.localeCompare(b))
    .map(([key, value]) => `${key}="${value}"`);
  return parts.length === 0 ? name : `${name}{${parts.join(',')}}`;
};

/** The samples of `/metrics`. */
export const readSamples = (text: string): Samples =>
  new Map(
    text.split('\n').flatMap((line): [string, number][] => {
      const [, name, labels = '', value] = LINE.exec(line) ?? [];
      if (name === undefined || value === undefined) return [];
      const pairs = [...labels.matchAll(LABEL)].map(([, key = '', text = '']) => [key, text] as const);
      return [[sampleKey(name, Object.fromEntries(pairs.filter(([key]) => !OF_SCOPE.test(key)))), Number(value)]];
    }),
  );

/** The sum of all samples of a name whose labels have these values. */
export const sumOf = (
  samples: Samples,
  name: string,
  labels: Readonly<Record<string, string | number>> = {},
): number => {
  const wanted = Object.entries(labels).map(([key, value]) => `${key}="${value}"`);
  let sum = 0;
  for (const [key, value] of samples) {
    const own = key.slice(name.length);
    if (!key.startsWith(name) || !/^(?:\{|$)/.test(own)) continue;
    const parts = own.slice(1, -1).split(/,(?=\w+=")/);
    if (wanted.every((part) => parts.includes(part))) sum += value;
  }
  return sum;
};
