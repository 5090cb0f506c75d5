import { NANOS } from '../../time/time-spec.ts';
import { hasConcept, type Scene } from '../scene.ts';

/** "compare the errors of the last 3 days": with nothing else to compare, one day with another. */
export const eachDay = (scene: Scene): void => {
  const { time, keys, bucket, compared } = scene;
  if (time?.kind !== 'last' || time.nanos < 2n * NANOS.day || time.nanos % NANOS.day !== 0n) return;
  if (hasConcept(scene, 'compare') && keys.length === 0 && bucket === null && compared === null)
    scene.bucket = NANOS.day;
};
