const SMALL =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const LARGE: Readonly<Record<string, number>> = { dozen: 12, hundred: 100, thousand: 1000 };

const single = (word: string): number | null => {
  const small = SMALL.indexOf(word);
  if (small >= 0) return small + 1;
  const tens = TENS.indexOf(word);
  return tens >= 0 ? (tens + 2) * 10 : (LARGE[word] ?? null);
};

/** `twelve`, `twenty-five`, `dozen`: a number that is written as a word; null for any other word. */
export const spelledNumber = (word: string): number | null => {
  const [tens, ones, ...more] = word.split('-');
  const first = single(tens ?? '');
  if (ones === undefined) return first;
  const second = single(ones);
  const fits = more.length === 0 && TENS.includes(tens ?? '') && second !== null && second < 10;
  return fits && first !== null ? first + second : null;
};
