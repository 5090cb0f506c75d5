import { conceptAt, fieldAt, isNumeric, markAt, namesField, type Scene, take } from '../scene.ts';

const NOUN = /^(?:retry|retries|re-?tries|re-?attempts?|attempts?|tries)$/i;
const COUNTER = /(?:retr(?:y|ies)|attempts?|tries|resend)/i;
const OPENS = /^(?:\(|,|with|where|i\.e\.|having)$/i;

/** Whether a comparison of a number of tries stands at a place: "attempt above 1". */
const bounds = (scene: Scene, at: number): boolean => {
  const field = namesField(scene, at) ? fieldAt(scene, at) : null;
  const said = markAt(scene, at + 1)?.meaning;
  const compares =
    conceptAt(scene, at + 1)?.kind === 'comparator' || (said?.kind === 'literal' && said.token.kind === 'operator');
  return field !== null && isNumeric(field) && COUNTER.test(field.path.at(-1) ?? '') && compares;
};

/** "retries (attempt above 1) per template": what a retry is is said beside it, so no message needs to say the word. */
export const saidInBrackets = (scene: Scene): void => {
  for (const [at, mark] of scene.marks.entries()) {
    if (!NOUN.test(mark.text) || scene.taken.has(at) || namesField(scene, at)) continue;
    if (OPENS.test(markAt(scene, at + 1)?.text ?? '') && bounds(scene, at + 2)) take(scene, at);
  }
};
