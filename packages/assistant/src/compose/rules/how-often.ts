import { conceptAt, fieldAt, markAt, nextContent, roleField, type Scene, take } from '../scene.ts';
import { whosAt } from '../who.ts';
import { withoutAbsent } from './absent.ts';
import { countName } from './count-name.ts';
import { addKey } from './groups.ts';
import { addMetric } from './metrics.ts';
import { isGroupable } from './ranking.ts';

const OFTEN = /^(how often|how many times|how frequently)$/i;
const LAST = /^(last seen|last time|when was the|when did they|when did it|when were|when|last occurrence|when they)$/i;

/** The thing each of which is counted: the first that is asked for, or the messages of "error messages". */
const headOf = (scene: Scene, before: number): number =>
  scene.marks.findIndex((_, at) => at < before && isGroupable(scene, at) && !scene.taken.has(at));

/** "which users were hit by errors, and how often", "messages with how often they happen and when last seen". */
export const howOften = (scene: Scene): void => {
  for (const [at, mark] of scene.marks.entries()) {
    if (!OFTEN.test(mark.text) || scene.taken.has(at) || scene.keys.length > 0) continue;
    const head = headOf(scene, at);
    // "429s: who, and how often"
    const who = head < 0 ? whosAt(scene).find((index) => index < at) : undefined;
    const field = who !== undefined ? roleField(scene, 'user') : head < 0 ? null : fieldAt(scene, head);
    if (field === null) continue;
    take(scene, at, who ?? head);
    addKey(scene, field);
    if (head < 0) withoutAbsent(scene, field, at);
    addMetric(scene, { kind: 'count', name: countName(scene) });
    const seen = scene.marks.findIndex(
      (other, index) => index > at && (LAST.test(other.text) || conceptAt(scene, index)?.kind === 'when'),
    );
    const time = roleField(scene, 'timestamp');
    if (seen < 0 || time === null) continue;
    addMetric(scene, { kind: 'stat', fn: 'max', field: time, name: 'last_seen' });
    take(scene, seen);
    const next = nextContent(scene, seen + 1);
    if (conceptAt(scene, next)?.kind === 'when' || /^(last|seen)$/i.test(markAt(scene, next)?.text ?? ''))
      take(scene, next);
  }
};
