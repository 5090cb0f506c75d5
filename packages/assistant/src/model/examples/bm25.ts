/** Okapi BM25 with its usual constants. */
const K1 = 1.2;
const B = 0.75;

export interface Bm25 {
  /** How well each document fits the words, in the order of the documents; 0 where none of them occurs. */
  score(words: readonly string[]): readonly number[];
}

/** An index of a few hundred short documents, given as their words. */
export const createBm25 = (documents: readonly (readonly string[])[]): Bm25 => {
  const counts = documents.map((words) => {
    const own = new Map<string, number>();
    for (const word of words) own.set(word, (own.get(word) ?? 0) + 1);
    return own;
  });
  const holders = new Map<string, number>();
  for (const own of counts) for (const word of own.keys()) holders.set(word, (holders.get(word) ?? 0) + 1);
  const lengthMean = documents.reduce((sum, words) => sum + words.length, 0) / Math.max(1, documents.length);
  const idf = (word: string): number => {
    const n = holders.get(word) ?? 0;
    return Math.log(1 + (documents.length - n + 0.5) / (n + 0.5));
  };
  return {
    score: (words) =>
      counts.map((own, at) => {
        const norm = K1 * (1 - B + (B * (documents[at]?.length ?? 0)) / Math.max(1, lengthMean));
        return [...new Set(words)].reduce((sum, word) => {
          const count = own.get(word) ?? 0;
          return count === 0 ? sum : sum + (idf(word) * count * (K1 + 1)) / (count + norm);
        }, 0);
      }),
  };
};
