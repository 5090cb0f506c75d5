import { rowsOf } from '../../ir/rows-of.ts';
import { readWords, type Step } from './draft.ts';

const ROWS =
  '(?:(?:raw|actual|single|individual|full|matching|underlying|plain)\\s)*(?:log lines?|log records?|log entries|lines?|logs?|records?|rows?|entries|spans?|events?)';
const BACK = `(?:go )?back to (?:the |just the |those )?(?:${ROWS}|list)`;
const SHOW = `(?:show|list|give|get|see|print|display|fetch|dump)(?: me| us)?(?: just| only)? (?:the|those|these|all the|all those|its|their) ${ROWS}(?: themselves| behind (?:it|that|them|those)| instead)?`;
const SHOWN = new RegExp(
  `(?:^|[\\s,])${BACK}(?= *(?:$|[?.!,]|but|and|only|just|for|of|in|from))|(?:^|,|\\b(?:and|then|but)\\b)\\s*(?:please |now )?${SHOW}(?= *(?:$|[?.!,]|but|and|only|just))`,
  'i',
);

/** "back to the lines, but only /cart", "drop the split and show me the lines": the records that were counted. */
export const showRows: Step = ({ ir, marks }) => {
  const read = ir.shape === 'rows' || ir.related !== null ? null : readWords(marks, SHOWN);
  return read === null ? null : { ir: rowsOf(ir), marks: read.marks };
};
