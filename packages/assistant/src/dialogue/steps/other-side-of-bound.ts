import { LESS, MORE, OPPOSITE } from '../../compose/rules/sides-of-bound.ts';
import type { Pred } from '../../ir/query-ir.ts';
import { readWords, type Step } from './draft.ts';
import { isThreshold } from './preds.ts';

const ASKED =
  /^(?:(?:and|but|so|ok|now|then|what about|how about|how many|which|which ones|show|show me|list|count|the|those|ones|that|are|is|were|was|took|lasted|had|of them|of those)[\s,]+)*(\w+)(?: ones?)?[\s?.!]*$/i;
const COUNTS = /\b(?:how many|count)\b/i;

/** "stops of more than 15 minutes" > "and how many were shorter?": the same on the other side of the one bound that was said. */
export const otherSideOfBound: Step = ({ ir, marks }) => {
  const bounds = ir.where.filter(isThreshold);
  const [bound] = bounds;
  const read = bounds.length === 1 ? readWords(marks, ASKED) : null;
  if (read === null || bound?.kind !== 'compare') return null;
  const op = OPPOSITE[bound.op];
  const side = bound.op.startsWith('>') ? LESS : MORE;
  if (op === undefined || !side.test(read.match[1] ?? '')) return null;
  const other: Pred = { ...bound, op };
  const where = ir.where.map((pred) => (pred === bound ? other : pred));
  const counts = COUNTS.test(read.match[0]) && ir.shape === 'rows';
  return {
    ir: { ...ir, where, ...(counts ? { shape: 'count' as const, order: null, limit: null } : {}) },
    marks: read.marks,
  };
};
