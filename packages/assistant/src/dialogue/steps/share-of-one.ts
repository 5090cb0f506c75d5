import { linksAt, type Scene } from '../../compose/scene.ts';
import { sameField } from '../../ir/field-ref.ts';
import { isSpent, type Step, withoutMarks } from './draft.ts';

/** "as a share", then "only checkout": of the whole still, for the share of a part in itself is always 1. */
export const shareOfOne: Step = ({ ir, marks }, about) => {
  const [key] = ir.keys;
  const counts = ir.metrics.every(({ kind }) => kind === 'count');
  if (!ir.share || !counts || ir.keys.length !== 1 || key?.kind !== 'field') return null;
  const scene: Scene = { ...about.scene, marks };
  const at = marks.findIndex((_, index) => linksAt(scene, index).some(({ field }) => sameField(field, key.field)));
  const link = linksAt(scene, at).find(({ field }) => sameField(field, key.field));
  if (link === undefined || !isSpent(withoutMarks(marks, (index) => index === at))) return null;
  const part = { kind: 'compare', field: key.field, op: '==', value: { kind: 'text', value: link.value } } as const;
  return {
    ir: {
      ...ir,
      keys: [],
      metrics: [{ kind: 'ratio', part, name: 'share' }],
      share: false,
      having: [],
      order: null,
      limit: null,
    },
    marks: withoutMarks(marks, () => true),
  };
};
