import { nextContent, type Scene } from '../../compose/scene.ts';
import type { Mark } from '../../link/mark.ts';
import type { Step } from './draft.ts';

const AWAY = /^(?:drop|remove|lose|ditch|forget|forget about|kick out|take out|cut out|leave out|skip|hide)$/i;

/** "drop orders": without it. */
export const exceptValues: Step = ({ ir, marks }, about) => {
  const scene: Scene = { ...about.scene, marks };
  const at = marks.findIndex(
    ({ text }, index) => AWAY.test(text) && scene.marks[nextContent(scene, index + 1)]?.meaning.kind === 'value',
  );
  const mark = marks[at];
  if (mark === undefined || (mark.meaning.kind === 'concept' && mark.meaning.concept.kind === 'negation')) return null;
  const not: Mark = { ...mark, meaning: { kind: 'concept', concept: { kind: 'negation' }, fields: [] } };
  return { ir, marks: marks.map((each, index) => (index === at ? not : each)) };
};
