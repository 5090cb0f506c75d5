import { isMoved } from '../adds-up.ts';
import { assume, conceptAt, conceptsOf, type FoundPred, markAt, nextContent, type Scene, take } from '../scene.ts';
import { moneyField } from '../spoken-units.ts';
import { countName } from './count-name.ts';
import { addMetric, statMetric } from './metrics.ts';
import { verbOfMoney } from './verb-of-money.ts';

const isJoiner = (scene: Scene, at: number): boolean =>
  conceptAt(scene, at)?.kind === 'conjunction' || markAt(scene, at)?.text === ',';

const isFigure = (scene: Scene, at: number): boolean => {
  const meaning = markAt(scene, at)?.meaning;
  return (
    /^(stat|percentile|percentiles|ratio)$/.test(conceptAt(scene, at)?.kind ?? '') ||
    (meaning?.kind === 'literal' && meaning.token.kind === 'percentile')
  );
};

/** "the number of spans and the mean duration": a figure that is joined to the count stands beside it. */
const besideFigure = (scene: Scene, at: number): boolean => {
  const joiner = scene.marks.findIndex((_, index) => index > at && isJoiner(scene, index));
  const next = nextContent(scene, joiner + 1, 1, (index) =>
    /^(which|count|conjunction|with)$/.test(conceptAt(scene, index)?.kind ?? ''),
  );
  const figure = scene.marks.findIndex((_, index) => index >= next && isFigure(scene, index));
  const between = scene.marks.slice(next, figure).map((_, step) => next + step);
  const leads = between.every((index) =>
    /^(role|entity|filler|severity|outcome)$/.test(conceptAt(scene, index)?.kind ?? 'none'),
  );
  return joiner > 0 && next >= 0 && figure >= 0 && leads && scene.metrics.some(({ kind }) => kind !== 'distinct');
};

/** "how much energy did we charge": the verb is that of the number, whatever messages say it too. */
export const deedsOfNumbers = (scene: Scene): void => {
  const isSummed = scene.metrics.some(
    (metric) => metric.kind === 'stat' && metric.fn === 'sum' && isMoved(metric.field),
  );
  if (!isSummed) return;
  const isDeed = ({ source, at }: FoundPred): boolean =>
    source === 'text' && /^\p{L}+$/u.test(markAt(scene, at)?.text ?? '');
  scene.preds.splice(0, scene.preds.length, ...scene.preds.filter((found) => !isDeed(found)));
};

/** `how many`, `number of`, `any`. */
export const plainCounts = (scene: Scene): void => {
  for (const at of conceptsOf(scene, 'count')) {
    // "average latency and number of requests": the count is a column too.
    const before = conceptAt(scene, at - 1)?.kind === 'conjunction' || markAt(scene, at - 1)?.text === ',';
    const things = /^(entity|severity|outcome)$/.test(conceptAt(scene, nextContent(scene, at + 1))?.kind ?? '');
    const first = !scene.taken.has(at) && besideFigure(scene, at);
    if (first && !scene.metrics.some(({ kind }) => kind === 'count'))
      scene.metrics.unshift({ kind: 'count', name: countName(scene) });
    else if (!scene.taken.has(at) && before && things && scene.metrics.length > 0)
      addMetric(scene, { kind: 'count', name: countName(scene) });
    // "how much did we refund": money is summed, where what is asked about has any.
    const isVolume = conceptsOf(scene, 'volume').length > 0;
    const money =
      !isVolume && !scene.taken.has(at) && /^how much$/i.test(markAt(scene, at)?.text ?? '') ? moneyField(scene) : null;
    if (money !== null && scene.metrics.length === 0) {
      addMetric(scene, statMetric('sum', money));
      assume(scene, `what is summed is ${money.path.join('.')}`, 0.95);
      verbOfMoney(scene, at);
    } else if (!scene.taken.has(at)) scene.counted = true;
    take(scene, at);
  }
  for (const at of conceptsOf(scene, 'volume')) {
    take(scene, at);
    scene.counted = true;
  }
  if (/^(did|has|have|is|are|was|were|does|do)\b/i.test(scene.marks[0]?.text ?? '') && scene.columns.length === 0)
    scene.exists = true;
  for (const at of conceptsOf(scene, 'exists')) {
    // "without any driver" asks for none of them.
    if (scene.taken.has(at) && /^any$/i.test(markAt(scene, at)?.text ?? '')) continue;
    take(scene, at);
    // "which error codes are there" asks for them, not whether there are any.
    if (conceptsOf(scene, 'which').some((other) => other < at)) continue;
    scene.exists = true;
  }
};
