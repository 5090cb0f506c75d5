import { sameField } from '../../ir/field-ref.ts';
import { assume, conceptsOf, hasConcept, linksAt, markAt, type Scene, take } from '../scene.ts';
import { addKey } from './groups.ts';

const valuesMin = 3;
/** The share of such questions that want the share of each, and not of all of them together. */
const eachKeeps = 0.95;

/** "what percentage of sales comes from the shop, the phone and the web": of so many, the share of each. */
export const shareOfEach = (scene: Scene): void => {
  const [metric, ...others] = scene.metrics;
  if (metric?.kind !== 'ratio' || others.length > 0 || scene.keys.length > 0) return;
  const { part } = metric;
  if (part.kind !== 'in' || part.values.length < valuesMin || metric.over !== undefined) return;
  const said = scene.marks.flatMap((_, at) =>
    linksAt(scene, at).some((link) => sameField(link.field, part.field)) ? [at] : [],
  );
  const joints = conceptsOf(scene, 'conjunction').filter((at) => at > (said[0] ?? 0) && at < (said.at(-1) ?? 0));
  const isAnd = joints.length > 0 && joints.every((at) => /^and$/i.test(markAt(scene, at)?.text ?? ''));
  if (!isAnd || hasConcept(scene, 'severity') || hasConcept(scene, 'outcome')) return;
  take(scene, ...joints);
  scene.metrics.length = 0;
  addKey(scene, part.field);
  scene.counted = true;
  scene.share = true;
  assume(scene, 'the share of each is of all that is counted', eachKeeps);
};
