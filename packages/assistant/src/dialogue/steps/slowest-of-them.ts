import { roleField } from '../../compose/scene.ts';
import type { QueryIR } from '../../ir/query-ir.ts';
import { rowsOf } from '../../ir/rows-of.ts';
import { readWords, type Step } from './draft.ts';
import { numberIn, ROWS_NUMBER } from './keep-rows.ts';

const SLOW = 'slowest|longest|longest[- ](?:running|lasting)';
const FAST = 'fastest|quickest|shortest';
const LED =
  '(?:(?:and|but|ok|okay|so|now|please|then|just|only|can i see|could i see|let me see|i want to see|what are|what were|which are|which were|what about|show|show me|give me|list|get me|see|me|with)[\\s,]+)*(?:the |those )?';
const THEM =
  '(?: (?:ones?|of (?:them|those|these|all)|(?:individual |single )?(?:records?|rows?|entries)|in full|please|instead|first|only|then|now))*';
const ASKED = new RegExp(
  `^${LED}(?:${ROWS_NUMBER} (?:of the )?)?(${SLOW}|${FAST})(?: ${ROWS_NUMBER})?${THEM}[\\s?.!]*$`,
  'i',
);

const WHICH = new RegExp(
  `^(?:(?:and|but|so|ok|now)[\\s,]+)*(?:which|what)(?: ${ROWS_NUMBER})?(?: of (?:them|those|these)| ones?)? (?:are|were|is|was|took)(?: the)? (${SLOW}|${FAST})(?: ${ROWS_NUMBER})?[\\s?.!]*$`,
  'i',
);

/** "show me the slowest", "the slowest of them"; "and the slowest?" is one. */
const SEVERAL =
  /\b(?:show|list|see|ones|of (?:them|those|these)|give me|get me|are|were|records|rows|entries|first)\b(?!.*\bone\b)/i;

/** The column of a result that tells how long things took. */
const timedColumn = (ir: QueryIR): string | null =>
  ir.metrics.find((metric) => 'field' in metric && metric.field.role === 'duration')?.name ?? null;

/** "show me the slowest 5": the groups where a time was computed for each, and else the records that were counted. */
export const slowestOfThem: Step = ({ ir, marks }, { scene }) => {
  const duration = roleField(scene, 'duration');
  const which = ir.related === null ? readWords(marks, WHICH) : null;
  const counted = which !== null && /\d|two|three|four|five|ten/i.test(which.match[0]);
  const read = counted ? which : ir.related === null ? readWords(marks, ASKED) : null;
  if (read === null || duration === null || ir.shape === 'distinct') return null;
  const [, before, kind = '', after] = read.match;
  const number = before ?? after;
  const limit = number === undefined ? (SEVERAL.test(read.match[0]) ? null : 1) : numberIn(number);
  const direction = new RegExp(`^(?:${FAST})$`, 'i').test(kind) ? 'asc' : 'desc';
  const column = ir.shape === 'table' && ir.keys.length > 0 ? timedColumn(ir) : null;
  if (column !== null)
    return {
      ir: { ...ir, order: { by: 'column', name: column, direction }, limit: limit ?? ir.limit },
      marks: read.marks,
    };
  // Of figures other than counts nothing says which record was slow.
  if (ir.metrics.some(({ kind }) => !/^(?:count|count-if|distinct)$/.test(kind)) && ir.keys.length > 0) return null;
  return { ir: { ...rowsOf(ir), order: { by: 'field', field: duration, direction }, limit }, marks: read.marks };
};
