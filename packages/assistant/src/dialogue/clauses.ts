import type { Mark } from '../link/mark.ts';

/** More are a story. */
const clausesMax = 4;

const JOINT = /^(?:,|;|\.|!|–|-|and|but|and then|then|also)$/i;
/** "and only" is one word of the lexicon. */
const JOINED = /^(?:and|but) /i;
/** Why it is said, not what: "drop today, it is incomplete". */
const REASON =
  /^(?:it|that|this|they|those|these|there|we|i)(?:'s|'re|'m| is| are| was| were| am| do not| don't| does not| doesn't)\b|^(?:because|since (?:it|they|that)|as (?:it|they|that)|for (?:it|they))\b/i;
const TELLS = /^(?:value|field|time|amount|literal|message)$/;

const textOf = (marks: readonly Mark[]): string => marks.map(({ text }) => text).join(' ');

/** The parts of what is said after a question, each of which may be a change of its own; one where it has no joints. */
export const clausesOf = (marks: readonly Mark[]): readonly (readonly Mark[])[] => {
  const clauses: Mark[][] = [[]];
  for (const mark of marks)
    if (JOINT.test(mark.text)) clauses.push([]);
    else if (JOINED.test(mark.text)) clauses.push([{ ...mark, text: mark.text.replace(JOINED, '') }]);
    else clauses.at(-1)?.push(mark);
  const said = clauses.filter(
    (clause, at) =>
      clause.length > 0 &&
      (at === 0 || !REASON.test(textOf(clause)) || clause.some(({ meaning }) => TELLS.test(meaning.kind))),
  );
  return said.length > clausesMax ? [marks] : said;
};
