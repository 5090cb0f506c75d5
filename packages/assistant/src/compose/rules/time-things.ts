import { NANOS } from '../../time/time-spec.ts';
import { conceptAt, conceptsOf, type Scene, take } from '../scene.ts';
import { addMetric } from './metrics.ts';

/** "peak error minute": the one with most of them. */
const peakOf = (scene: Scene, at: number): void => {
  const stat = [at - 1, at - 2].find((index) => conceptAt(scene, index)?.kind === 'stat');
  if (stat === undefined) return;
  take(scene, stat);
  scene.counted = true;
  scene.order = { by: 'column', name: '', direction: 'desc' };
  scene.limit = 1;
};

/** "how many minutes had more than 5 errors": these are counted. */
const countOf = (scene: Scene, at: number): void => {
  take(scene, at - 1);
  const name = scene.marks[at]?.text.toLowerCase() ?? 'count';
  scene.overall.push({ fn: 'count', p: null, of: '', name });
};

/** "minutes with more than 20 errors", "which hour had the most errors": a unit of time as the thing grouped by. */
export const timeHeads = (scene: Scene): void => {
  const units: Readonly<Record<string, bigint>> = { minute: NANOS.minute, hour: NANOS.hour, day: NANOS.day };
  for (const [at, mark] of scene.marks.entries()) {
    const unit = units[mark.text.toLowerCase().replace(/s$/, '')];
    const free =
      // "which day" is no word of messages.
      /^(?:unknown|message)$/.test(mark.meaning.kind) ||
      (mark.meaning.kind === 'concept' && mark.meaning.concept.kind === 'filler');
    if (unit === undefined || !free || scene.taken.has(at) || scene.bucket !== null) continue;
    const before = conceptAt(scene, at - 1);
    const timed = Array.from({ length: scene.marks.length - at }, (_, step) => at + 1 + step);
    const after = conceptAt(scene, timed.find((index) => scene.marks[index]?.meaning.kind !== 'time') ?? -1);
    const ranked = [1, 2].some((back) => {
      const concept = conceptAt(scene, at - back);
      return concept?.kind === 'superlative' || (concept?.kind === 'stat' && concept.fn === 'max');
    });
    if (ranked && scene.limit === null) peakOf(scene, at);
    if (
      !ranked &&
      after?.kind !== 'with' &&
      before?.kind !== 'which' &&
      before?.kind !== 'superlative' &&
      before?.kind !== 'list' &&
      before?.kind !== 'cut'
    )
      continue;
    scene.bucket = unit;
    take(scene, at);
    if (before?.kind === 'count') countOf(scene, at);
  }
};

/** "peak latency yesterday and when was it": the record that has it tells both. */
const ofExtreme = (scene: Scene): boolean => {
  const [metric, ...others] = scene.metrics;
  if (metric?.kind !== 'stat' || !/^(?:max|min)$/.test(metric.fn) || others.length > 0 || scene.keys.length > 0)
    return false;
  scene.metrics.length = 0;
  scene.order = { by: 'field', field: metric.field, direction: metric.fn === 'max' ? 'desc' : 'asc' };
  scene.limit = 1;
  return true;
};

/** "when was the last error": the newest or oldest moment. */
export const whens = (scene: Scene): void => {
  for (const [at, mark] of scene.marks.entries()) {
    if (conceptAt(scene, at)?.kind !== 'when' || scene.taken.has(at)) continue;
    take(scene, at);
    const field = scene.data.roles.get('timestamp');
    if (field === undefined) return;
    // "what time was the slowest request": the record that is ranked says when it was.
    const ranked = scene.marks.some((other, index) => {
      const concept = conceptAt(scene, index);
      return index > at && concept?.kind === 'superlative' && concept.by === 'duration' && /est$/i.test(other.text);
    });
    if (ranked && scene.keys.length === 0) return;
    if (ofExtreme(scene)) return;
    const edge = scene.marks.findIndex((_, other) => {
      const concept = conceptAt(scene, other);
      return concept?.kind === 'superlative' && concept.by === 'time';
    });
    const concept = conceptAt(scene, edge);
    if (edge >= 0) take(scene, edge);
    // "when did it show up for the first time": both phrases ask for one moment.
    const ends = conceptsOf(scene, 'when').find(
      (other) => other !== at && /^(?:first|last)/i.test(scene.marks[other]?.text ?? ''),
    );
    if (ends !== undefined) take(scene, ends);
    const starts =
      /^first/i.test(scene.marks[ends ?? -1]?.text ?? '') ||
      /first|since|start|from/i.test(mark.text) ||
      (concept?.kind === 'superlative' && !concept.descending) ||
      scene.marks.some(({ text }) => /^(start|started|begin|began|initially|originally|earliest)$/i.test(text));
    for (const [other, { text }] of scene.marks.entries())
      if (/^(start|started|begin|began|stop|stopped|initially|originally)$/i.test(text)) take(scene, other);
    addMetric(scene, { kind: 'stat', fn: starts ? 'min' : 'max', field, name: starts ? 'first_seen' : 'last_seen' });
    return;
  }
};
