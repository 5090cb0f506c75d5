import { readWords, type Step } from './draft.ts';

const PLAIN =
  /\b(?:as |in |the |show |with |give me (?:the )?)*(?:plain|absolute|raw|real|actual)(?: \w+)? (?:numbers?|counts?|figures?|terms|values?)\b(?: instead| please)?|\b(?:as |in )(?:numbers|counts)\b/i;

/** "in absolute numbers": how many a share is of. */
export const plainCounts: Step = ({ ir, marks }) => {
  const [metric] = ir.metrics;
  if (!ir.share && metric?.kind !== 'ratio') return null;
  const read = readWords(marks, PLAIN);
  if (read === null) return null;
  if (metric?.kind !== 'ratio') return { ir: { ...ir, share: false }, marks: read.marks };
  const counted = { ...ir, where: [...ir.where, metric.part] };
  if (ir.keys.length === 0) return { ir: { ...counted, shape: 'count', metrics: [], order: null }, marks: read.marks };
  const order = ir.order?.by === 'column' && ir.order.name === metric.name ? { ...ir.order, name: 'count' } : ir.order;
  return { ir: { ...counted, metrics: [{ kind: 'count', name: 'count' }], order }, marks: read.marks };
};
