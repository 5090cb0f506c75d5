import type { QueryIR } from '../../ir/query-ir.ts';
import { readWords, type Step } from './draft.ts';
import { numberIn, ROWS_NUMBER } from './keep-rows.ts';

const HIGH =
  'most common|most frequent|commonest|most|worst|highest|biggest|largest|slowest|busiest|noisiest|number one|top|peak|maximum|max';
const LOW = 'least common|least frequent|rarest|least|fewest|lowest|smallest|fastest|quietest|minimum|min';
const MOST = new RegExp(
  `^(?:(?:and|but|so|ok|now|hm+)[\\s,]+)*(?:(?:which|who|what|where|when|who's|what's|which one|which hour|which day|which minute|which of (?:them|those|these)|what hour|what day|what time)[\\s,]+)(?:(?:one|ones|is|was|are|were|has|had|have|logs?|logged|gets?|fails?|failed|produces?|sends?|takes?|makes?|writes?|sees|did|it|that|they|got|gets|by far|at|its|the|of all)\\s+)*(${HIGH}|${LOW})(?: of (?:all|them|those|these)| by far| one| of it| in| ones)*[\\s?.!]*$`,
  'i',
);
const SHORT = new RegExp(
  `^(?:(?:and|but|so|ok|now|please|what about|how about|what was|what is|show|show me|give me|just|only)[\\s,]+)*(?:the|its)? ?(${HIGH}|${LOW})(?: one)?[\\s?.!]*$`,
  'i',
);

/** "the five with the most", "which two have the fewest?" */
const SOME = new RegExp(
  `^(?:(?:and|but|so|ok|now|please|show|show me|give me|just|only|which|what about|list|are)[\\s,]+)*(?:the )?${ROWS_NUMBER}(?: of (?:them|those)| ones?)? (?:with|having|have|has|had|that have|that had) (?:the )?(most|highest|fewest|lowest|least)(?: of (?:them|those|it)| counts?| numbers?)?[\\s?.!]*$`,
  'i',
);

/** The same as groups with a count, where only the things themselves were listed. */
const grouped = (ir: QueryIR): QueryIR =>
  ir.shape === 'distinct' || (ir.shape === 'rows' && ir.columns.length > 0)
    ? {
        ...ir,
        shape: 'table',
        order: null,
        limit: ir.shape === 'rows' ? null : ir.limit,
        keys: ir.columns.map((field) => ({ kind: 'field', field })),
        metrics: [{ kind: 'count', name: 'count' }],
        columns: [],
      }
    : ir;

/** "which has the most?", "the peak?": the first of what was counted. */
export const theMost: Step = ({ ir: before, marks }) => {
  const ir = grouped(before);
  const [metric] = ir.metrics;
  const some = readWords(marks, SOME);
  const read = some ?? readWords(marks, MOST) ?? readWords(marks, SHORT);
  if (read === null || ir.shape !== 'table' || ir.keys.length === 0 || metric === undefined || ir.related !== null)
    return null;
  // Of what was computed the maximum is another figure.
  if (metric.kind !== 'count' && /^(?:peak|max|min)/i.test(read.match[1] ?? '')) return null;
  const [, first = '', kind = first] = read.match;
  const direction = new RegExp(`^(?:${LOW})$`, 'i').test(some === null ? first : kind) ? 'asc' : 'desc';
  const limit = some === null ? 1 : numberIn(first);
  return limit < 1
    ? null
    : { ir: { ...ir, order: { by: 'column', name: metric.name, direction }, limit }, marks: read.marks };
};

const EACH =
  /^(?:(?:and|but|so|ok|now|please|show|show me|add|give me)[\s,]+)*(?:how (?:many|often|much|frequently)(?: times)?(?: (?:of|for|per|by|did))? (?:each|every|everyone)(?: one| of (?:them|those|these))?|how (?:many|often)(?: times)? (?:is|was|for|per) (?:each|that each)|(?:with|the|their|include|including)(?: the| their)? (?:counts?|numbers?|frequency|frequencies)(?: for each| of each)?|how (?:often|many times|frequently)(?: did| does| do| was| is| were| are| has| have)?(?: each(?: of (?:them|those|these))?(?: one)?| that| it| they| those| these)?(?: (?:happen|occur|appear|come up|show up|come|seen|logged|happened|occurred|appeared|come up|been seen|been logged|called|used|hit|there))?)[\s?.!]*$/i;

const BY_COUNT =
  /^(?:(?:and|but|so|ok|now|please|then)[\s,]+)*(?:(?:sort(?:ed)?|order(?:ed)?|rank(?:ed)?)(?: (?:them|it|that|those|these|the list|the \w+))?(?: by)?|by)(?: the| their)? ?(?:number|count|counts|amount|frequency|occurrences|hits|how often|volume)(?: of (?:the )?[\w-]+)?(?:[\s,]+(?:(highest|most|largest|desc(?:ending)?|biggest)|(lowest|least|fewest|smallest|asc(?:ending)?))(?: first| at the top| on top)?)?[\s?.!]*$/i;

/** "sort by number of hits": of what was only listed, each is counted first. */
export const sortByCount: Step = ({ ir, marks }) => {
  const read = ir.related === null ? readWords(marks, BY_COUNT) : null;
  const counted = grouped(ir);
  const [metric] = counted.metrics;
  if (read === null || counted.shape !== 'table' || counted.keys.length === 0 || metric?.kind !== 'count') return null;
  const direction = read.match[2] === undefined ? 'desc' : 'asc';
  return { ir: { ...counted, order: { by: 'column', name: metric.name, direction } }, marks: read.marks };
};

/** "how often each?" after a list: how many records each thing has. */
export const countEach: Step = ({ ir, marks }) => {
  const lists = ir.shape === 'distinct' || (ir.shape === 'rows' && ir.columns.length > 0);
  const read = !lists || ir.related !== null ? null : readWords(marks, EACH);
  if (read === null) return null;
  return { ir: { ...grouped(ir), order: { by: 'column', name: 'count', direction: 'desc' } }, marks: read.marks };
};
