import { conceptAt, nextContent, roleField, type Scene, take } from '../scene.ts';
import { isDurationUnit } from '../units.ts';
import { countedAfter, subjectBefore } from './compared-subject.ts';
import { amountAt, havingCount, havingMetric } from './having.ts';
import { threshold } from './thresholds.ts';

/** `between 500 and 800 ms`, `from 500 to 800 ms`. */
export const betweens = (scene: Scene): void => {
  for (const [at] of scene.marks.entries()) {
    if (conceptAt(scene, at)?.kind !== 'between' || scene.taken.has(at)) continue;
    const low = amountAt(scene, nextContent(scene, at + 1));
    const high = amountAt(scene, low === null ? -1 : nextContent(scene, low.at + 2));
    if (low === null || high === null) continue;
    const subject = subjectBefore(scene, at);
    const unit = high.unit ?? low.unit;
    const field = subject.kind === 'field' ? subject.field : isDurationUnit(unit) ? roleField(scene, 'duration') : null;
    if (subject.kind === 'metric') {
      havingMetric(scene, at, subject.metric, '>=', { ...low, unit: low.unit ?? unit });
      havingMetric(scene, at, subject.metric, '<=', { ...high, unit });
    } else if (field !== null) {
      threshold(scene, field, '>=', { ...low, unit: low.unit ?? unit });
      threshold(scene, field, '<=', { ...high, unit });
      if (subject.kind === 'field') take(scene, subject.at);
    } else if (unit === null && (countedAfter(scene, high.at) || subject.kind === 'count')) {
      havingCount(scene, at, '>=', low.value);
      havingCount(scene, at, '<=', high.value);
    } else {
      scene.missing.push({ word: `${low.value} and ${high.value}`, slot: 'filter' });
    }
    take(scene, at, low.at, low.at + 1, high.at);
  }
};
