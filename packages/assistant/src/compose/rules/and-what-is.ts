import { conceptAt, markAt, nextContent, type Scene, take } from '../scene.ts';
import { addMetric, statMetric } from './metrics.ts';

const ASKS = /^(?:what|how much)(?:['’]s| is| was| are| were)$/i;
const HIGH = /^(?:the )?(?:highest|longest|largest|biggest|greatest|most expensive|dearest)$/i;
const LOW = /^(?:the )?(?:lowest|shortest|smallest|cheapest)$/i;

/** "average price per bidder and what is the highest?": the second sentence asks for another figure of the same number. */
export const andWhatIs = (scene: Scene): void => {
  const at = scene.marks.findLastIndex(({ meaning }) => meaning.kind !== 'punctuation' && meaning.kind !== 'time');
  const text = markAt(scene, at)?.text ?? '';
  const before = nextContent(scene, at - 1, -1);
  const asks = ASKS.test(markAt(scene, before)?.text ?? '') ? before : -1;
  const joint = asks < 0 ? before : nextContent(scene, asks - 1, -1);
  const [metric, ...others] = scene.metrics;
  // "and the highest" is a figure too; "highest last" says how they are ordered.
  const isThe = /\bthe /i.test(`${markAt(scene, at - 1)?.text ?? ''} ${text}`);
  if (scene.taken.has(at) || (!HIGH.test(text) && !LOW.test(text)) || (asks < 0 && !isThe)) return;
  if (conceptAt(scene, joint)?.kind !== 'conjunction' || others.length > 0) return;
  if (metric?.kind !== 'stat' && metric?.kind !== 'percentile') return;
  take(scene, at, joint, ...(asks < 0 ? [] : [asks]));
  addMetric(scene, statMetric(HIGH.test(text) ? 'max' : 'min', metric.field));
};
