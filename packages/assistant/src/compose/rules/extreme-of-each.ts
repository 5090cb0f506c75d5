import {
  conceptAt,
  fieldAt,
  isNumeric,
  markAt,
  namesField,
  nextContent,
  roleField,
  type Scene,
  take,
} from '../scene.ts';
import { addMetric, statMetric } from './metrics.ts';

const HIGH = /^(?:the )?(?:highest|longest|largest|biggest|greatest)\b/i;
const LOW = /^(?:the )?(?:lowest|shortest|smallest)\b/i;

/** "highest latency per region", "longest duration by operation": the maximum of each, and no ranking of averages. */
export const extremeOfEach = (scene: Scene): void => {
  const asked = /^(?:which|who|whose)\b/i.test(markAt(scene, 0)?.text ?? '');
  if (asked || scene.metrics.length > 0 || scene.limit !== null || !scene.keys.some(({ kind }) => kind === 'field'))
    return;
  for (const [at, { text }] of scene.marks.entries()) {
    const high = HIGH.test(text);
    if ((!high && !LOW.test(text)) || conceptAt(scene, at)?.kind !== 'superlative' || scene.taken.has(at)) continue;
    // "the van with the longest queue at each depot": the record that has it.
    if (conceptAt(scene, nextContent(scene, at - 1, -1))?.kind === 'with') continue;
    const whole = / (?:latency|latencies|duration|response time|time)$/i.test(text);
    const measure = whole ? at : nextContent(scene, at + 1);
    const named = namesField(scene, measure) && !scene.taken.has(measure) ? fieldAt(scene, measure) : null;
    const field = whole ? roleField(scene, 'duration') : named;
    const divided = /^(?:group|each)$/.test(conceptAt(scene, measure + 1)?.kind ?? '');
    if (field === null || !isNumeric(field) || field.role === 'status' || !divided) continue;
    take(scene, at, measure);
    addMetric(scene, statMetric(high ? 'max' : 'min', field));
    scene.order = { by: 'column', name: '', direction: high ? 'desc' : 'asc' };
    return;
  }
};
