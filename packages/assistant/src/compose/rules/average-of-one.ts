import {
  conceptAt,
  conceptsOf,
  fieldAt,
  isNumeric,
  markAt,
  namesField,
  nextContent,
  type Scene,
  take,
} from '../scene.ts';
import { addMetric, statMetric } from './metrics.ts';

const reachMax = 4;

/** The number that is asked for behind "how many", maybe with what it is of: "quiz attempts". */
const numberBehind = (scene: Scene, cue: number): number => {
  for (let at = nextContent(scene, cue + 1); at > cue && at <= cue + reachMax; at++) {
    const field = namesField(scene, at) ? fieldAt(scene, at) : null;
    if (field !== null && isNumeric(field) && field.role === null) return at;
    if (markAt(scene, at)?.meaning.kind !== 'value') return -1;
  }
  return -1;
};

/** Who it is the average of: "does a member", "do members". */
const oneBehind = (scene: Scene, number: number): number => {
  const does = /^(?:do|does|did)$/i.test(markAt(scene, number + 1)?.text ?? '');
  const next = does ? nextContent(scene, number + 2) : -1;
  return namesField(scene, next) && next <= number + reachMax ? next : -1;
};

/** "how many attempts does a member need on average": a number that records have is averaged, whoever it is told of. */
export const averageOfOne = (scene: Scene): void => {
  for (const cue of conceptsOf(scene, 'count')) {
    const number = /^how many$/i.test(markAt(scene, cue)?.text ?? '') ? numberBehind(scene, cue) : -1;
    const one = number < 0 ? -1 : oneBehind(scene, number);
    const stat = conceptsOf(scene, 'stat').find((at) => at > one && !scene.taken.has(at));
    const concept = stat === undefined ? null : conceptAt(scene, stat);
    const field = fieldAt(scene, number);
    if (one < 0 || stat === undefined || concept?.kind !== 'stat' || field === null) continue;
    const described = Array.from({ length: number - cue - 1 }, (_, step) => cue + 1 + step);
    take(scene, cue, ...described, number, one, stat);
    addMetric(scene, statMetric(concept.fn, field));
  }
};
