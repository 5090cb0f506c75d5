import { rowsOf } from '../../ir/rows-of.ts';
import { readWords, type Step } from './draft.ts';
import { numberIn, ROWS_NUMBER } from './keep-rows.ts';

const ASKED = new RegExp(
  `^(?:(?:and|but|ok|okay|so|now|please|then|can i (?:see|have|get)|could i (?:see|have|get)|let me see|i want to see|show|show me|give me|list|see|get me|just)[\\s,]+)*(?:(an?|one)|${ROWS_NUMBER}|some|a few|a couple of|several)? ?(examples?|samples?|sample (?:records?|lines?|logs?))(?: (?:of (?:them|those|these|that|it|such an? \\w+)|please|first|then))*[\\s?.!]*$`,
  'i',
);

/** "show me some examples" of what was counted: a few of its records; "an example" is one. */
export const examplesOfThem: Step = ({ ir, marks }) => {
  const read = ir.related === null && ir.shape !== 'distinct' ? readWords(marks, ASKED) : null;
  if (read === null) return null;
  const [, one, number, noun = ''] = read.match;
  const single =
    one !== undefined ||
    (number === undefined && !/s$/i.test(noun) && !/\b(?:some|few|several|couple)\b/i.test(read.match[0]));
  const limit = number === undefined ? (single ? 1 : null) : numberIn(number);
  return { ir: { ...rowsOf(ir), order: ir.shape === 'rows' ? ir.order : null, limit }, marks: read.marks };
};
