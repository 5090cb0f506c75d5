import { conceptAt, markAt, type Scene, take } from '../scene.ts';

const TOTAL = /^(?:total|totals|in total|overall|altogether|all in all|all told|in all)$/i;
/** What is shown then is no plain number of records. */
const OTHER =
  /^(?:stat|percentile|percentiles|ratio|superlative|cut|common|which|who|when|distinct|list|exists|sort|plot|compare|versus)$/;

/** "subscriptions started yesterday, total", "errors today in total": how many that were, for nothing is said to be added up. */
export const closingTotal = (scene: Scene): void => {
  const isLast = (at: number): boolean =>
    conceptAt(scene, at + 1)?.kind === 'group' ||
    scene.marks.slice(at + 1).every(({ meaning, text }) => meaning.kind === 'punctuation' || /^please$/i.test(text));
  const at = scene.marks.findIndex(({ text }, index) => TOTAL.test(text) && isLast(index));
  const before = markAt(scene, at - 1);
  if (at < 1 || scene.taken.has(at) || before === undefined) return;
  const closes =
    before.text === ',' ||
    /^(?:in|all|the)$/i.test(before.text) ||
    /^(?:time|value|message)$/.test(before.meaning.kind);
  const plain = scene.marks.every((_, index) => index === at || !OTHER.test(conceptAt(scene, index)?.kind ?? ''));
  const isTotalOf =
    scene.metrics.length > 0 || scene.columns.length > 0 || scene.compared !== null || scene.bucket !== null;
  // "the cart value total" is a sum; "overall" and "in total" are said of nothing but the whole.
  const whole = /^(?:overall|in total|altogether)$/i.test(markAt(scene, at)?.text ?? '');
  if (isTotalOf || !plain || !(whole || closes)) return;
  take(scene, at);
  scene.counted = true;
};
