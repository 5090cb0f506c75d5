import type { Overall, QueryIR } from '../../ir/query-ir.ts';
import { readWords, type Step } from './draft.ts';

const FIGURES: readonly (readonly [RegExp, Pick<Overall, 'fn' | 'p'>])[] = [
  [/^(?:mean|average|avg)/i, { fn: 'avg', p: null }],
  [/^median/i, { fn: 'percentile', p: 0.5 }],
  [/^(?:sum|total|add)/i, { fn: 'sum', p: null }],
  [/^(?:max|high|large|peak)/i, { fn: 'max', p: null }],
  [/^(?:min|low|small)/i, { fn: 'min', p: null }],
  [/^(?:standard|std)/i, { fn: 'stddev', p: null }],
];
/** Words for a figure over groups, as a group of a pattern. */
export const FIGURE =
  '(mean|average|avg|median|sum|total|max|maximum|highest|largest|min|minimum|lowest|smallest|standard deviation|stddev)';
const THOSE =
  '(?:(?:all )?(?:of )?(?:those|these|them|that|it)(?: (?:numbers?|values?|counts?|figures?|rows?|days|hours|minutes|weeks|months))?|(?:all )?(?:the|its|their) (?:numbers|values|counts|figures|rows|days|hours|minutes|weeks|months|groups|buckets|results))';
const LEAD =
  "(?:(?:and|but|so|ok|okay|now|then|please|can you|could you|can i|what is|what's|what are|what was|what would be|show|show me|give me|get|get me|take|compute|calculate|build|have|see|the|an?|is|overall)[\\s,]+)*";
/** The figure that a word asks for. */
export const figureOf = (word: string): Pick<Overall, 'fn' | 'p'> | undefined =>
  FIGURES.find(([pattern]) => pattern.test(word))?.[1];

const OF_THOSE = new RegExp(
  `^${LEAD}(?:${FIGURE}(?: (?:value|number|count))? (?:of|over|across|for|from|among) ${THOSE}|${FIGURE} (?:that|them|those|these|it)(?: up)?|what (?:is|are|was|were) (?:that|it|those|they) on (average)|on (average))(?: (?:then|please|together|on the whole|over all))*[\\s?.!]*$`,
  'i',
);

const over = (ir: QueryIR, { fn, p }: Pick<Overall, 'fn' | 'p'>): QueryIR | null => {
  const [metric] = ir.metrics;
  if (ir.shape !== 'table' || ir.keys.length === 0 || metric === undefined || ir.overall.length > 0) return null;
  const name = `${p === null ? fn : `p${p * 100}`}_${metric.name}`;
  return { ...ir, share: false, perGroup: null, overall: [{ fn, p, of: metric.name, name }] };
};

/** "the mean of those", "what is that on average?": a figure over the groups that are shown. */
export const overallOf: Step = ({ ir, marks }) => {
  const read = readWords(marks, OF_THOSE);
  const word = read?.match.slice(1).find((found) => found !== undefined) ?? '';
  const figure = figureOf(word);
  const next = figure === undefined ? null : over(ir, figure);
  return read === null || next === null ? null : { ir: next, marks: read.marks };
};
