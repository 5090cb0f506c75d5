import { closest } from '@clearspan/text';

/** "; did you mean `query`?" where a known word is near, else nothing. */
export const didYouMean = (word: string, known: readonly string[]): string => {
  const near = closest(word, known, { maxDistance: word.length > 5 ? 3 : 2 });
  return near === null ? '' : `; did you mean \`${near}\`?`;
};
