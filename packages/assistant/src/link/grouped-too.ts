import type { Token } from '../tokens/token.ts';

/** The words of a first thing that is grouped by: "by mime type and …". */
const firstWordsMax = 3;

/** "by file type and platform": what is joined to a thing that is grouped by is one too, though an application is called so. */
export const isGroupedToo = (tokens: readonly Token[], at: number): boolean => {
  if (!/^(?:and|,)$/.test(tokens[at - 1]?.norm ?? tokens[at - 1]?.text ?? '')) return false;
  const before = tokens.slice(Math.max(0, at - 2 - firstWordsMax), at - 1);
  const cue = before.findLastIndex(({ norm }) => /^(?:by|per)$/.test(norm));
  return cue >= 0 && cue < before.length - 1 && before.slice(cue + 1).every(({ kind }) => kind === 'word');
};
