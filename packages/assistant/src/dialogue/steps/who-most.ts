import { roleField } from '../../compose/scene.ts';
import { rowsOf } from '../../ir/rows-of.ts';
import { type Step, saidIn, withoutMarks } from './draft.ts';

const WHO_MOST =
  /^(?:(?:and|but|so|ok|okay|now)[\s,]+)*who(?: (?!fail)\p{L}+)? (?:the )?(most|fewest|least) of (?:them|those|these|it)$/iu;

/** "how many reviews were held back?" > "who wrote most of them?": of what was counted, whatever verb it was done by. */
export const whoMost: Step = ({ ir, marks }, { scene }) => {
  const said = WHO_MOST.exec(saidIn(marks));
  const field = roleField(scene, 'user');
  const plain = ir.related === null && ir.metrics.every(({ kind }) => kind === 'count');
  if (said === null || field === null || !plain) return null;
  const direction = /^most$/i.test(said[1] ?? '') ? 'desc' : 'asc';
  return {
    ir: {
      ...rowsOf(ir),
      where: [...ir.where, { kind: 'compare', field, op: '!=', value: { kind: 'null' } }],
      shape: 'table',
      keys: [{ kind: 'field', field }],
      metrics: [{ kind: 'count', name: 'count' }],
      order: { by: 'column', name: 'count', direction },
      limit: 1,
    },
    marks: withoutMarks(marks, () => true),
  };
};
