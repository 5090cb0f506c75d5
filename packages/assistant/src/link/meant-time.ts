import { FILLER, type Mark } from './mark.ts';

const LOOSE = /^(?:(?:right|just|even) now|now|recently|lately|at the moment|at present|currently)$/i;
const SAYS_MEANT =
  /^(?:[,;:()–—.-]|i ?\.?e|ie|i\.e\.|that|that is|is|that's|meaning|means|say|in|other|words|so|or|rather|as|of|for|the|well|being)$/i;

const isRange = ({ meaning }: Mark): boolean =>
  meaning.kind === 'time' && meaning.time.kind === 'time' && meaning.time.note === null;

/** "right now, i.e. in the last hour": the time that is said beside a loose word is what the word means. */
export const withMeantTime = (marks: readonly Mark[]): readonly Mark[] => {
  const at = marks.findIndex(({ text, meaning }) => meaning.kind === 'time' && LOOSE.test(text));
  const said = marks.findIndex((mark, place) => place > at && isRange(mark));
  if (at < 0 || said < 0) return marks;
  const between = marks.slice(at + 1, said);
  if (!between.every(({ text }) => text.split(/\s+/).every((word) => SAYS_MEANT.test(word)))) return marks;
  return marks.map((mark, place) =>
    place >= at && place < said && mark.meaning.kind !== 'punctuation' ? { ...mark, meaning: FILLER } : mark,
  );
};
