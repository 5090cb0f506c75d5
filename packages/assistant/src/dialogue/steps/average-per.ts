import { countName } from '../../compose/rules/count-name.ts';
import type { QueryIR } from '../../ir/query-ir.ts';
import type { Mark } from '../../link/mark.ts';
import { readWords, type Step, saidIn } from './draft.ts';
import { FIGURE, figureOf } from './overall-of.ts';

const ASKED = new RegExp(
  `^(?:(?:and|but|so|ok|now|then|what is|what's|what was|the)[\\s,]+)*${FIGURE}(?: (?:number|count))?(?: of (?:them|those|these))? (?:per|a|each|every) (?:minute|hour|day|week|month)$`,
  'i',
);

/** Whether it asks how many there are in a day or an hour of what was asked for before: "average per day". */
export const asksAveragePer = (marks: readonly Mark[]): boolean => ASKED.test(saidIn(marks));

const bucketIn = (marks: readonly Mark[]): bigint | null => {
  const times = marks.flatMap(({ meaning }) => (meaning.kind === 'time' ? [meaning.time] : []));
  const [only] = times;
  return times.length === 1 && only?.kind === 'bucket' && typeof only.nanos === 'bigint' ? only.nanos : null;
};

/** Records or their number, with nothing else worked out of them. */
const isPlain = ({ shape, metrics, related }: QueryIR): boolean =>
  related === null && (shape === 'rows' || shape === 'count') && metrics.every(({ kind }) => kind === 'count');

/** "sms sent this week" > "average per day": they are counted each day, and the figure is of the counts. */
export const averagePer: Step = ({ ir, marks }, { scene }) => {
  const nanos = bucketIn(marks);
  const word = ASKED.exec(saidIn(marks))?.[1] ?? '';
  const figure = figureOf(word);
  const read = nanos === null || figure === undefined || !isPlain(ir) ? null : readWords(marks, /.+/s);
  if (read === null || nanos === null || figure === undefined) return null;
  const name = countName(scene);
  return {
    ir: {
      ...ir,
      shape: 'table',
      keys: [{ kind: 'bucket', nanos }],
      metrics: [{ kind: 'count', name }],
      overall: [{ ...figure, of: name, name: `${figure.p === null ? figure.fn : `p${figure.p * 100}`}_${name}` }],
      order: null,
      limit: null,
      columns: [],
    },
    marks: read.marks,
  };
};
