import { conceptAt, nextContent, roleField, type Scene, take } from '../scene.ts';
import { addMetric } from './metrics.ts';

const edgeAt = (scene: Scene, at: number): 'first' | 'last' | null => {
  const concept = conceptAt(scene, at);
  if (concept?.kind === 'when') return /^last/i.test(scene.marks[at]?.text ?? '') ? 'last' : 'first';
  if (concept?.kind !== 'superlative' || concept.by !== 'time') return null;
  return concept.descending ? 'last' : 'first';
};

/** "time between the first and the last error": by how much the one is after the other. */
const timeBetween = (scene: Scene, first: number): void => {
  const said = scene.marks.slice(0, first).findIndex(({ text }) => /^(?:the )?(?:time|duration|span)\b/i.test(text));
  const between = scene.marks.findIndex(({ text }, at) => at < first && /\bbetween$/i.test(text));
  const [one, other] = [scene.metrics.at(-1), scene.metrics.at(-2)];
  if (said < 0 || between < said || one === undefined || other === undefined) return;
  take(scene, said, between);
  addMetric(scene, { kind: 'change', as: 'difference', one, other, name: 'time_between' });
};

/** "first and last error of each service": the moments of both, for rows can only be one end of them. */
export const firstAndLast = (scene: Scene): void => {
  const time = roleField(scene, 'timestamp');
  for (const [at] of scene.marks.entries()) {
    const edge = edgeAt(scene, at);
    const joined =
      conceptAt(scene, at + 1)?.kind === 'conjunction'
        ? nextContent(scene, at + 2, 1, (index) => /^when\b(?!.*(first|last))/i.test(scene.marks[index]?.text ?? ''))
        : -1;
    const other = edgeAt(scene, joined);
    if (edge === null || other === null || edge === other || time === null) continue;
    take(scene, at, at + 1, joined);
    addMetric(scene, { kind: 'stat', fn: 'min', field: time, name: 'first_seen' });
    addMetric(scene, { kind: 'stat', fn: 'max', field: time, name: 'last_seen' });
    timeBetween(scene, at);
    for (let next = joined + 1; next <= joined + 2; next++)
      if (/^(time|times|occurrence|seen)$/i.test(scene.marks[next]?.text ?? '')) take(scene, next);
  }
};
