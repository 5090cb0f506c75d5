import type { QueryIR } from '../../ir/query-ir.ts';
import { rowsOf } from '../../ir/rows-of.ts';
import { readWords, type Step, saidIn } from './draft.ts';

const ROWS =
  '(?:(?:raw|actual|single|individual|full|matching|underlying|plain)\\s)*(?:log lines?|log records?|log entries|lines?|logs?|records?|rows?|entries|spans?|events?)';
const BACK = `(?:go )?back to (?:the |just the |those )?(?:${ROWS}|list)`;
const SHOW = `(?:show|list|give|get|see|print|display|fetch|dump)(?: me| us)?(?: just| only)? (?:the|those|these|all the|all those|its|their) ${ROWS}(?: themselves| behind (?:it|that|them|those)| instead)?`;
const SHOWN = new RegExp(
  `(?:^|[\\s,])${BACK}(?= *(?:$|[?.!,]|but|and|only|just|for|of|in|from))|(?:^|,|\\b(?:and|then|but)\\b)\\s*(?:please |now )?${SHOW}(?= *(?:$|[?.!,]|but|and|only|just))`,
  'i',
);

const LOGS_OF_IT = /\b(?:its|the) (?:log lines?|logs?)(?: of it)?$/i;

/** "show its logs" after the one trace that was found: they are in the other data set. */
const ofOneTrace = ({ dataset, keys, limit }: QueryIR): boolean => {
  const [key] = keys;
  return dataset === 'spans' && limit === 1 && key?.kind === 'field' && key.field.role === 'trace';
};

/** "back to the lines, but only /cart", "drop the split and show me the lines": the records that were counted. */
export const showRows: Step = ({ ir, marks }) => {
  if (ofOneTrace(ir) && LOGS_OF_IT.test(saidIn(marks))) return null;
  const read = ir.shape === 'rows' || ir.related !== null ? null : readWords(marks, SHOWN);
  return read === null ? null : { ir: rowsOf(ir), marks: read.marks };
};
