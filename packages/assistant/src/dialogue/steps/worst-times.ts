import { readWords, type Step } from './draft.ts';
import { numberIn, ROWS_NUMBER } from './keep-rows.ts';

const HIGH = 'worst|top|busiest|highest|biggest|noisiest|peak|best';
const LOW = 'quietest|lowest|calmest|fewest|least busy';
const LED =
  '^(?:(?:and|but|ok|okay|so|now|please|then|just|only|what are|what were|which are|which were|show|show me|give me|list|see|keep)[\\s,]+)*(?:the |those )?';
const TIMES = '(?: (?:minutes?|hours?|days?|weeks?|buckets?|intervals?|ones?|of (?:them|those|these)))*';
const ASKED = new RegExp(
  `${LED}(?:${ROWS_NUMBER} (${HIGH}|${LOW})|(${HIGH}|${LOW}) ${ROWS_NUMBER})${TIMES}(?: (?:please|only|then|now))*[\\s?.!]*$`,
  'i',
);

/** "the worst three" of a course: the times with the most, and not the earliest ones. */
export const worstTimes: Step = ({ ir, marks }) => {
  const [key] = ir.keys;
  const [metric] = ir.metrics;
  const timed = ir.keys.length === 1 && (key?.kind === 'bucket' || key?.kind === 'cyclic');
  const read = timed && ir.related === null ? readWords(marks, ASKED) : null;
  if (read === null || metric === undefined) return null;
  const [, before, kind, otherKind, after] = read.match;
  const direction = new RegExp(`^(?:${LOW})$`, 'i').test(kind ?? otherKind ?? '') ? 'asc' : 'desc';
  const limit = numberIn(before ?? after ?? '');
  return limit < 1
    ? null
    : { ir: { ...ir, order: { by: 'column', name: metric.name, direction }, limit }, marks: read.marks };
};
