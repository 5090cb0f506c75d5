/** Runs of three characters with how often each occurs; the ends of words are blanks. */
export type Trigrams = ReadonlyMap<string, number>;

export const trigramsOf = (text: string): Trigrams => {
  const counts = new Map<string, number>();
  const padded = ` ${text} `;
  for (let at = 0; at + 3 <= padded.length; at++) {
    const gram = padded.slice(at, at + 3);
    counts.set(gram, (counts.get(gram) ?? 0) + 1);
  }
  return counts;
};

const norm = (grams: Trigrams): number => Math.sqrt([...grams.values()].reduce((sum, n) => sum + n * n, 0));

/** Cosine of the angle between two texts, 0 to 1. Finds words that are misspelt or bent otherwise. */
export const trigramCosine = (a: Trigrams, b: Trigrams): number => {
  const [short, long] = a.size <= b.size ? [a, b] : [b, a];
  let dot = 0;
  for (const [gram, count] of short) dot += count * (long.get(gram) ?? 0);
  return dot === 0 ? 0 : dot / (norm(a) * norm(b));
};
