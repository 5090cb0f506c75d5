import type { CompareOp } from '../../ir/query-ir.ts';
import { conceptAt, markAt, type Scene } from '../scene.ts';

/** The condition that holds where the other does not. */
export const OPPOSITE: Readonly<Record<CompareOp, CompareOp>> = {
  '>': '<=',
  '>=': '<',
  '<': '>=',
  '<=': '>',
  '==': '!=',
  '!=': '==',
};

/** What compares: a word for it, or a sign. */
export const comparatorAt = (scene: Scene, at: number): { op: CompareOp; of: 'duration' | null } | null => {
  const concept = conceptAt(scene, at);
  if (concept?.kind === 'comparator') return concept;
  const meaning = markAt(scene, at)?.meaning;
  return meaning?.kind === 'literal' && meaning.token.kind === 'operator' ? { op: meaning.token.op, of: null } : null;
};
