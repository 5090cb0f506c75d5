import { fieldAt, type Scene } from '../../compose/scene.ts';
import { readWords, type Step } from './draft.ts';

const ASKS =
  /^(?:(?:and|but|so|ok|hm+|or|do you know if)[\s,]+)*(?:are|were|is|was|do|did|does|has|have|just|only|all|always)\b/i;
const ONE =
  /\b(?:one|the same|same|a single|single|only one|just one|one and the same|one particular|a particular|a specific|a certain|different|several|multiple|many|more than one|a few|various)\s*$/i;

/** "are they all from one host?": the numbers of each tell. */
export const oneOrSeveral: Step = ({ ir, marks }, about) => {
  const scene: Scene = { ...about.scene, marks };
  const text = marks.map((mark) => mark.text).join(' ');
  const counted = ir.metrics.every(({ kind }) => kind === 'count');
  if (!ASKS.test(text) || !counted || ir.shape === 'distinct' || ir.related !== null) return null;
  const at = marks.findIndex((_, index) => {
    const before = marks
      .slice(0, index)
      .map((mark) => mark.text)
      .join(' ');
    return fieldAt(scene, index) !== null && ONE.test(before);
  });
  const field = fieldAt(scene, at);
  const read = field === null ? null : readWords(marks, /^.+$/);
  if (field === null || read === null) return null;
  const name = ir.metrics[0]?.name ?? 'count';
  return {
    ir: {
      ...ir,
      shape: 'table',
      keys: [{ kind: 'field', field }],
      metrics: [{ kind: 'count', name }],
      having: [],
      share: false,
      order: { by: 'column', name, direction: 'desc' },
      limit: null,
      perGroup: null,
      columns: [],
    },
    marks: read.marks,
  };
};
