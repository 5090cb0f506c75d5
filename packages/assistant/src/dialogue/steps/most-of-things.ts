import { fieldAt, type Scene } from '../../compose/scene.ts';
import { rowsOf } from '../../ir/rows-of.ts';
import { type Step, saidIn, withoutMarks } from './draft.ts';

const LEAD = /^(?:(?:and|but|so|ok|okay|now)[\s,]+)*(?:by|from|for|in|on)?\s*(?:which|what)$/i;
const TAIL =
  /^(?:is|was|were|are|do|does|did|has|had|have|got|gets?|saw|sees|sent|made|makes|logs?|logged|wrote|caused|causes|of them|of those|of these|it|that|by far|the)?\s*(?:(?:had|has|have|got|saw|the)\s+)*(most|fewest|least)(?: of (?:them|those|these|all)| of it| times| often| by far)*$/i;

/** "which user had the most?", after a number or a list: of what was found, by another field. */
export const mostOfThings: Step = ({ ir, marks }, about) => {
  const scene: Scene = { ...about.scene, marks };
  const at = marks.findIndex((_, index) => fieldAt(scene, index) !== null);
  const field = fieldAt(scene, at);
  const tail = TAIL.exec(saidIn(marks.slice(at + 1)));
  const counts = ir.metrics.every(({ kind }) => /^(?:count|count-if|distinct)$/.test(kind));
  if (field === null || tail === null || !LEAD.test(saidIn(marks.slice(0, at))) || !counts || ir.related !== null)
    return null;
  const metric = ir.metrics.find(({ kind }) => kind === 'count') ?? ({ kind: 'count', name: 'count' } as const);
  const direction = /^most$/i.test(tail[1] ?? '') ? 'desc' : 'asc';
  return {
    ir: {
      ...rowsOf(ir),
      where: [...ir.where, { kind: 'compare', field, op: '!=', value: { kind: 'null' } }],
      shape: 'table',
      keys: [{ kind: 'field', field }],
      metrics: [metric],
      order: { by: 'column', name: metric.name, direction },
      limit: 1,
    },
    marks: withoutMarks(marks, () => true),
  };
};
