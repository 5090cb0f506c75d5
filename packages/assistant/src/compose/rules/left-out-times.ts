import type { Pred } from '../../ir/query-ir.ts';
import { endsOf } from '../../time/time-spec.ts';
import { addPred, type Scene, take } from '../scene.ts';

const wordsMax = 3;
/** "today but not yesterday" compares the two. */
const LEAVES_OUT =
  /^(?:leaving out|leave out|without|excluding|exclude|except|except for|ignoring|ignore|minus|skipping|apart from|aside from|not counting|disregarding)$/i;

/** "leaving out the outage from 9:40 to 10:05, how many errors today": the time beside, without that part of it. */
export const leftOutTimes = (scene: Scene): void => {
  const ranges = scene.marks.flatMap(({ meaning }, at) =>
    meaning.kind === 'time' && meaning.time.kind === 'time' ? [{ at, spec: meaning.time.spec }] : [],
  );
  if (ranges.length !== 2) return;
  for (const { at, spec } of ranges) {
    const lead = scene.marks.findLastIndex(
      (_, index) => index < at && index >= at - wordsMax && LEAVES_OUT.test(scene.marks[index]?.text ?? ''),
    );
    const between = scene.marks.slice(lead + 1, at).every(({ meaning, text }) => {
      const filler = meaning.kind === 'concept' && /^(?:filler|preposition)$/.test(meaning.concept.kind);
      return filler || meaning.kind === 'unknown' || /^(?:outage|incident|deploy|maintenance)/i.test(text);
    });
    const ends = endsOf(spec);
    if (lead < 0 || !between || ends === null) continue;
    const preds: readonly Pred[] = [
      { kind: 'time', op: '<', at: ends.from },
      { kind: 'time', op: '>=', at: ends.to },
    ];
    take(scene, ...Array.from({ length: at - lead + 1 }, (_, step) => lead + step));
    addPred(scene, 'recurring', { kind: 'or', preds }, at);
    return;
  }
};
