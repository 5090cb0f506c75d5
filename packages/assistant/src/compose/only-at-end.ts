import type { Mark } from '../link/mark.ts';

const ONLY = /^(?:only|just)(?: the)?$/i;
const OUTCOME = /^(?:severity|outcome)$/;
const BESIDE = /^(?:filler|conjunction|edit|severity-bound)$/;

const kindOf = ({ meaning }: Mark): string => (meaning.kind === 'concept' ? meaning.concept.kind : meaning.kind);

/**
 * Where a last clause begins that says which records are wanted: "logs of traces with a call over 1 s, errors only". It is
 * said of the records that are asked for, and not of what stands right before it; undefined without one.
 */
export const onlyAtEnd = (marks: readonly Mark[]): number | undefined => {
  const comma = marks.findLastIndex(({ text }) => text === ',');
  const last = marks.slice(comma + 1).filter(({ meaning }) => meaning.kind !== 'punctuation');
  const isOnly = last.some(({ text }) => ONLY.test(text)) && last.some((mark) => OUTCOME.test(kindOf(mark)));
  return comma > 0 && isOnly && last.every((mark) => OUTCOME.test(kindOf(mark)) || BESIDE.test(kindOf(mark)))
    ? comma + 1
    : undefined;
};
