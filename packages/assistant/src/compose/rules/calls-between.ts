import type { Callers } from '../../ir/query-ir.ts';
import { assume, conceptAt, markAt, nextContent, roleField, type Scene, take } from '../scene.ts';
import { addMetric } from './metrics.ts';

const CALLS = /^(?:calls?|call|called|calling|talks? to|uses?|invokes?)$/i;
const OTHER = /^(?:which|what|whom|who|each|each other|which other|which others)$/i;
/** What is told of each pair, and words that only point at them. */
const COUNTED = /^(?:calls?|them|they|other|others|between|each|each other|with|times?|ones?|services?|pairs?)$/i;
const COUNTS = /^(?:count|conjunction|filler|list|exists)$/;
const keeps = 0.93;

const isService = (scene: Scene, at: number): boolean => {
  const concept = conceptAt(scene, at);
  return concept?.kind === 'role' && concept.role === 'service';
};

const callersOf = (scene: Scene): Callers | null => {
  const [span, parent, service] = (['span', 'parent', 'service'] as const).map((role) => roleField(scene, role));
  if (scene.dataset !== 'spans' || span == null || parent == null || service == null) return null;
  return { span, parent, service };
};

/**
 * "which service calls which, and how often?": a table of callers, of those they call and of how many calls there were. A
 * count of the records of each service would be another thing.
 */
export const callsBetween = (scene: Scene): void => {
  for (const [at, { text }] of scene.marks.entries()) {
    const other = nextContent(scene, at + 1);
    const head = nextContent(scene, at - 1, -1);
    const asks = isService(scene, head) && OTHER.test(markAt(scene, other)?.text ?? '');
    if (!CALLS.test(text) || !asks) continue;
    const callers = callersOf(scene);
    take(scene, head, at, other);
    if (callers === null) {
      scene.missing.push({ word: `${text} ${markAt(scene, other)?.text}`, slot: 'group' });
      return;
    }
    const rest = [...scene.marks.keys()].filter(
      (index) =>
        index > other &&
        (COUNTED.test(markAt(scene, index)?.text ?? '') || COUNTS.test(conceptAt(scene, index)?.kind ?? '')),
    );
    const led = scene.marks.findIndex((_, index) => index < head && conceptAt(scene, index)?.kind === 'which');
    take(scene, ...rest, ...(led < 0 ? [] : [led]));
    scene.callers = callers;
    addMetric(scene, { kind: 'count', name: 'calls' });
    assume(scene, 'a caller is the service of the span above', keeps);
    return;
  }
};
