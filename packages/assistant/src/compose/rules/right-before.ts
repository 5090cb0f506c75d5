import { assume, markAt, type Scene } from '../scene.ts';

const NEAR = /^(?:right|just|immediately|directly|shortly|straight)$/i;

/** What is left of the confidence where the records beside an event are asked for, and only the event is read. */
const keeps = 0.5;

/** "what happened right before the first 503": no condition says what comes before a record. */
export const rightBefore = (scene: Scene): void => {
  for (const [at, { text }] of scene.marks.entries()) {
    const near = NEAR.test(markAt(scene, at - 1)?.text ?? '') && /^(?:before|after)$/i.test(text);
    const whole = /^(?:right|just|immediately|directly|shortly) (?:before|after)$/i.test(text);
    if ((!near && !whole) || markAt(scene, at + 1)?.meaning.kind === 'time') continue;
    assume(scene, `what came ${/after$/i.test(text) ? 'after' : 'before'} it is not looked for`, keeps);
  }
};
