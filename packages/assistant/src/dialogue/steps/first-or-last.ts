import { roleField } from '../../compose/scene.ts';
import { rowsOf } from '../../ir/rows-of.ts';
import { readWords, type Step } from './draft.ts';

const ASKS =
  /^(?:(?:and|but|so|ok|okay|now|what about|how about|when was|show|show me|give me|just|only|is|was|what is|what was)[\s,]+)*the (very )?(last|latest|newest|most recent|first|earliest|oldest)(?: ones?| time| record| line| of (?:them|those|these))?[\s?.!]*$/i;

/** "and the last?", "show me the latest one": the end of what was found in time, or its moment where that was asked for. */
export const firstOrLast: Step = ({ ir, marks }, { scene }) => {
  const time = roleField(scene, 'timestamp');
  const read = time === null || ir.related !== null ? null : readWords(marks, ASKS);
  if (read === null || time === null) return null;
  const newest = /^(?:last|latest|newest|most recent)$/i.test(read.match[2] ?? '');
  const [metric] = ir.metrics;
  if (ir.keys.length === 0 && metric?.kind === 'stat' && metric.field.role === 'timestamp') {
    const moment = newest
      ? ({ ...metric, fn: 'max', name: 'last_seen' } as const)
      : ({ ...metric, fn: 'min', name: 'first_seen' } as const);
    return { ir: { ...ir, metrics: [moment] }, marks: read.marks };
  }
  // "only the first" of what is ranked is the top of it.
  const ranked = ir.order !== null && !(ir.order.by === 'field' && ir.order.field.role === 'timestamp');
  if (ranked && (!newest || ir.limit !== null || ir.shape === 'rows')) return null;
  if (ir.shape === 'distinct' || (ir.keys.length > 0 && ir.keys.some(({ kind }) => kind !== 'field'))) return null;
  return {
    ir: { ...rowsOf(ir), order: { by: 'field', field: time, direction: newest ? 'desc' : 'asc' }, limit: 1 },
    marks: read.marks,
  };
};
