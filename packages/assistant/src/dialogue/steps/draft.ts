import type { Scene } from '../../compose/scene.ts';
import type { QueryIR } from '../../ir/query-ir.ts';
import { FILLER, type Mark } from '../../link/mark.ts';

/** The query before and what is still to be read of the words that change it. */
export interface Draft {
  readonly ir: QueryIR;
  readonly marks: readonly Mark[];
}

export interface About {
  /** The scene of the question before: its data set and fields. */
  readonly scene: Scene;
  readonly now: bigint;
}

/** Reads some of the words and changes the query by them; null where they say nothing of the kind. */
export type Step = (draft: Draft, about: About) => Draft | null;

/** Words that were read say nothing to what comes after. */
const readMark = (mark: Mark): Mark => ({ ...mark, text: '', meaning: FILLER });

export const withoutMarks = (marks: readonly Mark[], read: (at: number) => boolean): readonly Mark[] =>
  marks.map((mark, at) => (read(at) ? readMark(mark) : mark));

const placesOf = (marks: readonly Mark[]): { readonly text: string; readonly starts: readonly number[] } => {
  let text = '';
  const starts = marks.map((mark) => {
    if (mark.text !== '' && text !== '') text += ' ';
    const start = text.length;
    text += mark.text;
    return start;
  });
  return { text, starts };
};

/** What is still to be read, as one line without the marks at its end. */
export const saidIn = (marks: readonly Mark[]): string => placesOf(marks).text.replace(/[\s?.!,;]+$/, '');

/** The words that a pattern finds, and the marks without them. */
export const readWords = (
  marks: readonly Mark[],
  pattern: RegExp,
): { readonly match: RegExpExecArray; readonly marks: readonly Mark[] } | null => {
  const { text, starts } = placesOf(marks);
  const match = pattern.exec(text);
  if (match === null || match[0] === '') return null;
  const end = match.index + match[0].length;
  const within = (at: number): boolean => {
    const start = starts[at] ?? 0;
    return start < end && start + (marks[at]?.text.length ?? 0) > match.index;
  };
  return { match, marks: withoutMarks(marks, within) };
};

const POLITE =
  /^(?:(?:and|but|so|ok|okay|now|then|well|hm+|please|actually|sorry|no|yes|right|great|thanks|just|rather|instead|again|too|also|this time|same|the same|same for|the same for|same thing|the same thing|same question|for|what about|how about|what of|and for|show|show me|give me|do|do it|make it|it|that|with|in|on|over|to|only|once more|as well|wait|what|is|was|were|are|how|than)\b[\s,]*|[?.!,;]\s*)*$/i;

/** Whether nothing is left but words that only lead or close a sentence. */
export const isSpent = (marks: readonly Mark[]): boolean => POLITE.test(placesOf(marks).text);
