import { assume, markAt, type Scene } from '../scene.ts';

const SUCCESS = /\b(?:success|succe)/i;
/** The share of such questions that mean what messages call so. */
const successKeeps = 0.96;

/** "successful payouts" that messages call "payout sent": the answer says by which words they are told. */
export const toldSuccess = (scene: Scene): void => {
  for (const at of scene.taken) {
    const mark = markAt(scene, at);
    if (mark?.meaning.kind !== 'message' || !SUCCESS.test(mark.text) || SUCCESS.test(mark.meaning.phrase)) continue;
    assume(scene, `"${mark.text}" is what messages call "${mark.meaning.phrase}"`, successKeeps);
  }
};
