import { roleField } from '../../compose/scene.ts';
import type { Order, QueryIR } from '../../ir/query-ir.ts';
import { rowsOf } from '../../ir/rows-of.ts';
import { type About, readWords, type Step } from './draft.ts';

const LED =
  '^(?:(?:and|but|ok|okay|so|now|please|then|can i see|show|show me|open|give me|get me|let me see|see)[\\s,]+)*';
const SLOW = 'slowest|longest';
const FAST = 'fastest|shortest';
const FIRST = 'first|top|worst|latest|newest|last';
const ASKED = new RegExp(
  `${LED}(?:the |all of the )?(?:(?:whole|full|entire|complete) )?(?:trace|spans of the trace) (?:of|for|behind|from) (?:the |that )?(${SLOW}|${FAST}|${FIRST})(?: (?:one|of (?:them|those|these)|span|record|row|request|log|error))?(?: please)?[\\s?.!]*$`,
  'i',
);

/** "show its whole trace", "the trace it belongs to": of the one that was asked for. */
const ITS = new RegExp(
  `${LED}(?:(?:its|his|her) (?:(?:whole|full|entire|complete) )?trace|(?:the |all of the )?(?:(?:whole|full|entire|complete) )?trace (?:of it|of that(?: one)?|it belongs to|it is in|it is part of))(?: please)?[\\s?.!]*$`,
  'i',
);

/** Whether one record was asked for: the slowest, the latest. */
const isOfOne = ({ marks }: About['scene']): boolean =>
  marks.some(
    ({ meaning, text }, at) =>
      meaning.kind === 'concept' &&
      meaning.concept.kind === 'superlative' &&
      text !== '' &&
      !marks.slice(at + 1, at + 4).some(({ plural }) => plural),
  );

/** How the one is told whose trace is wanted: by its duration where that is said, else as they stand. */
const orderOf = (ir: QueryIR, kind: string, { scene }: About): Order | null => {
  const duration = roleField(scene, 'duration');
  if (new RegExp(`^(?:${FIRST})$`, 'i').test(kind)) return ir.order;
  if (duration === null) return null;
  return { by: 'field', field: duration, direction: new RegExp(`^(?:${SLOW})$`, 'i').test(kind) ? 'desc' : 'asc' };
};

/** "slowest spans of orders today", "show the whole trace of the slowest one": all spans with the trace of that record. */
export const wholeTrace: Step = ({ ir, marks }, about) => {
  const isRows = ir.shape === 'rows' && ir.related === null && ir.dataset === 'spans';
  const asked = isRows ? readWords(marks, ASKED) : null;
  const its = isRows && asked === null && ir.order !== null && (ir.limit === 1 || isOfOne(about.scene));
  const read = its ? readWords(marks, ITS) : asked;
  const trace = roleField(about.scene, 'trace');
  const order = read === null ? null : its ? ir.order : orderOf(ir, (read.match[1] ?? '').toLowerCase(), about);
  if (read === null || trace === null || order === null) return null;
  const to: QueryIR = { ...ir, order, limit: 1, columns: [] };
  return {
    ir: { ...rowsOf(ir), time: null, where: [], order: null, limit: null, related: { to, own: trace, other: trace } },
    marks: read.marks,
  };
};
