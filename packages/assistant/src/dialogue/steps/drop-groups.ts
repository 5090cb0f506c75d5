import type { Key, QueryIR } from '../../ir/query-ir.ts';
import { readWords, type Step } from './draft.ts';

const SPLIT = '(?:split|splits|breakdown|break down|grouping|groupings|groups|group|buckets|bucketing|division)';
const UNSPLIT = new RegExp(
  [
    `\\b(?:drop|remove|lose|forget|undo|skip|without|no|minus|ditch|clear|not)(?: the| any| that| all| this)?(?: \\w+)? ${SPLIT}\\b(?: (?:by|per|of|into) \\w+)?`,
    `\\b(?:don't|do not|stop|no longer|no need to|not) (?:group|split|grouped|grouping|splitting|break|broken)(?: up| down| out)?(?: it| that| them| this)?(?: up| down| out)?(?: (?:by|per|into) \\w+)?(?: any ?more| any longer)?`,
    '\\b(?:ungrouped|unsplit|undivided|all in all)\\b',
    '\\b(?:as |in |just |only )?(?:a |one |the )(?:single |overall |grand )?(?:number|total|figure)(?: over all| for all| overall)?(?= *[?.!]*$)',
    '\\b(?:all|everything|them all|it all|altogether|all of (?:it|them)) (?:together|combined|in one|taken together|lumped together|as one|in a single number|in one number|at once|summed up|added up)\\b',
    '\\b(?:lump|add|sum|put) (?:it|them|that|those|everything)(?: all)? (?:together|up)\\b',
  ].join('|'),
  'i',
);
/** Of counts only: the total of an average is a sum. */
const TOTAL =
  /^(?:(?:and|so|ok|but|now|what|what is|what's|whats|is|are|that|it|left|remains|how much|the|s|'s)[\s,]+)*(?:in total|in all|altogether|in sum|total|grand total|overall total|totals)(?: now| then| again)*[\s?.!]*$/i;

const ENOUGH =
  /(?:^|[\s,.])(?:(?:and|so|ok|just|only|i|we|you|need|want|give me|show me|show|then|please)[\s,]+)*(?:the (?:total|sum|overall (?:number|count|total)|total number|total count)|(?:one|a single) (?:number|figure|total)(?= (?:is|would|will|do|suff)))(?: (?:is|would be|are) (?:enough|fine|ok|okay|sufficient|plenty|all i need)| (?:will|would) do| suffices?| only| alone| please| now)*[\s?.!]*$/i;
const TIMES =
  /\b(?:forget|never ?mind|skip|drop|lose|ditch|remove|without|leave out|leave away|no need for|(?:i |we )?(?:don't|do not) (?:need|want|care about)|not|no)(?: about| any)?(?: the| by| per| by the| those)? (?:hours?|days?|minutes?|weeks?|hourly|daily|time (?:axis|buckets?|intervals?|slots?)|buckets?|intervals?|slots?|over time)(?: (?:values|numbers|figures|ones|buckets?))?(?: (?:any ?more|any longer|please))?/i;

/** The same without its groups; of a series in several lines the lines go, not the time. */
const undivided = (ir: QueryIR): QueryIR => {
  const times = ir.keys.filter((key: Key) => key.kind === 'bucket' || key.kind === 'cyclic');
  const keys = times.length < ir.keys.length ? times : [];
  const counts = ir.metrics.every(({ kind }) => kind === 'count');
  const [first] = keys;
  return {
    ...ir,
    keys,
    having: [],
    share: false,
    limit: null,
    perGroup: null,
    order: first?.kind === 'bucket' ? { by: 'column', name: 'bucket', direction: 'asc' } : null,
    ...(keys.length === 0 && counts ? { shape: 'count' as const, metrics: [] } : {}),
  };
};

/** The same without its times; of what has other groups those stay. */
const untimed = (ir: QueryIR): QueryIR => {
  const keys = ir.keys.filter((key: Key) => key.kind === 'field');
  const [metric] = ir.metrics;
  if (keys.length === 0 || metric === undefined) return undivided({ ...ir, keys: [] });
  return { ...ir, keys, order: { by: 'column', name: metric.name, direction: 'desc' } };
};

/** "forget the hours", "not by day": no longer over time; what follows may say what is enough. */
export const dropTimes: Step = ({ ir, marks }) => {
  const read = ir.keys.some(({ kind }) => kind === 'bucket') ? readWords(marks, TIMES) : null;
  return read === null ? null : { ir: untimed(ir), marks: read.marks };
};

/** "the total is enough": of counts, with or without what came before. */
export const totalEnough: Step = ({ ir, marks }) => {
  const counts = ir.shape === 'count' || (ir.keys.length > 0 && ir.metrics.every(({ kind }) => kind === 'count'));
  const read = counts ? readWords(marks, ENOUGH) : null;
  return read === null ? null : { ir: ir.shape === 'count' ? ir : undivided(undivided(ir)), marks: read.marks };
};

/** "drop the split", "don't group it", "as one number" */
export const dropGroups: Step = ({ ir, marks }) => {
  const counted = ir.metrics.every(({ kind }) => kind === 'count');
  const read = ir.keys.length === 0 ? null : (readWords(marks, UNSPLIT) ?? (counted ? readWords(marks, TOTAL) : null));
  return read === null ? null : { ir: undivided(ir), marks: read.marks };
};
