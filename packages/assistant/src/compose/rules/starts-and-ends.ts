import { conceptsOf, markAt, roleField, type Scene, take } from '../scene.ts';
import { addMetric } from './metrics.ts';

const STARTS = /^(?:start|started|begin|began|first (?:happen|happened|occur|occurred))$/i;
const ENDS = /^(?:stop|stopped|end|ended|finish|finished|cease|ceased)$/i;

const markOf = (scene: Scene, said: RegExp, from: number): number =>
  scene.marks.findIndex(({ text }, at) => at > from && said.test(text));

/** "when did AcquirerTimeout start and stop today": the first and the last time; what started is no word of messages. */
export const startsAndEnds = (scene: Scene): void => {
  const [when] = conceptsOf(scene, 'when');
  const time = roleField(scene, 'timestamp');
  if (when === undefined || time === null) return;
  const [start, end] = [markOf(scene, STARTS, when), markOf(scene, ENDS, when)];
  if (start < 0 || end < 0 || Math.abs(end - start) !== 2 || !isJoined(scene, start, end)) return;
  take(scene, when, start, end);
  addMetric(scene, { kind: 'stat', fn: 'min', field: time, name: 'first_seen' });
  addMetric(scene, { kind: 'stat', fn: 'max', field: time, name: 'last_seen' });
};

const isJoined = (scene: Scene, start: number, end: number): boolean =>
  /^(?:and|or)$/i.test(markAt(scene, (start + end) / 2)?.text ?? '');
