import type { Scene } from '../scene.ts';

const EACH = /\b(?:per|each|every)\b|^(?:hourly|daily)\b/i;

/** "top 2 services by errors per hour", "busiest path of each hour": the first of each, and no more of some than of others. */
export const topOfEachTime = (scene: Scene): void => {
  const each = scene.marks.some(
    ({ meaning, text }) => meaning.kind === 'time' && meaning.time.kind === 'bucket' && EACH.test(text),
  );
  const fields = scene.keys.filter(({ kind }) => kind === 'field');
  if (!each || scene.bucket === null || fields.length !== 1 || scene.limit === null || scene.perGroup !== null) return;
  if (scene.order?.by !== 'column' || scene.nth !== null || scene.overall.length > 0) return;
  scene.perGroup = scene.limit;
  scene.limit = null;
};
