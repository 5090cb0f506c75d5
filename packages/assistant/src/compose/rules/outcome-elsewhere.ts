import { type FieldRef, fieldText } from '../../ir/field-ref.ts';
import { fieldsWithin } from '../../ir/fields-in.ts';
import type { Pred } from '../../ir/query-ir.ts';
import { servicesKept } from '../../link/focus.ts';
import { nameWords, wordForm } from '../../tokens/normal-form.ts';
import { saidIn } from '../said-in.ts';
import { assume, type FoundPred, linksAt, roleField, type Scene } from '../scene.ts';

/** The share of such questions that mean records of severity ERROR. */
const severityKeeps = 0.8;

const homesOf = (scene: Scene, field: FieldRef): readonly string[] | null => {
  const services = scene.data.services.get(fieldText(field));
  return services === undefined ? null : [...services.keys()];
};

const isByStatus = ({ source, pred }: FoundPred): boolean =>
  source === 'outcome' && pred.kind === 'compare' && pred.field.role === 'status' && /^(?:>=|<)$/.test(pred.op);

/** What messages call the failures of what a service handles: "top-up failed" of `topup`, "letter failed" of `letter-press`. */
const toldFailed = (scene: Scene, services: readonly string[]): Pred | null => {
  const named = scene.marks.flatMap(({ text }, at) =>
    linksAt(scene, at).some(({ field }) => field.role === 'service') ? [wordForm(text).replaceAll('-', ' ')] : [],
  );
  const things = new Set([...named, ...services.flatMap(nameWords).map(wordForm)]);
  const phrases = new Set([...things].flatMap((thing) => scene.data.vocabulary.phrases.get(`${thing} failed`) ?? []));
  const [only] = phrases;
  return only === undefined || phrases.size > 1 ? null : saidIn(scene, 'phrase', only);
};

const errorOf = (scene: Scene): Pred | null => {
  const field = roleField(scene, 'severity');
  return field === null ? null : { kind: 'compare', field, op: '>=', value: { kind: 'severity', value: 'ERROR' } };
};

/** "failure rate for top-ups", a service whose records have no status: the share of what its messages call failed. */
export const rateElsewhere = (scene: Scene): void => {
  const kept = servicesKept(scene.preds.map(({ pred }) => pred));
  for (const [index, metric] of scene.metrics.entries()) {
    if (metric.kind !== 'ratio' || metric.part.kind !== 'compare' || metric.part.field.role !== 'status') continue;
    const statuses = homesOf(scene, metric.part.field);
    const isTold = kept.size === 0 || statuses === null || statuses.some((service) => kept.has(service));
    if (isTold) continue;
    const failed = toldFailed(scene, [...kept]) ?? errorOf(scene);
    if (failed === null) continue;
    scene.metrics[index] = { ...metric, part: metric.part.op === '>=' ? failed : { kind: 'not', pred: failed } };
    const as = failed.kind === 'text' ? `"${failed.text}"` : 'severity ERROR';
    assume(scene, `failed is ${as}, for none of these has a status`, severityKeeps);
  }
};

/** "letter failures" of services that have no status: there a failure is an error, and not a status that no letter has. */
export const outcomeElsewhere = (scene: Scene): void => {
  const error = errorOf(scene);
  const found = scene.preds.find(isByStatus);
  if (error === null || found?.pred.kind !== 'compare') return;
  const statuses = homesOf(scene, found.pred.field);
  const said = scene.preds.filter(({ source }) => source === 'value').flatMap(({ pred }) => fieldsWithin(pred));
  const apart = said.some((field) => {
    const homes = homesOf(scene, field);
    return homes !== null && statuses !== null && !homes.some((service) => statuses.includes(service));
  });
  // "failures of letters", a service whose records have no status.
  const kept = servicesKept(scene.preds.map(({ pred }) => pred));
  const ofOthers = kept.size > 0 && statuses !== null && !statuses.some((service) => kept.has(service));
  if (!apart && !ofOthers) return;
  const pred: Pred = found.pred.op === '>=' ? error : { kind: 'not', pred: error };
  scene.preds.splice(scene.preds.indexOf(found), 1, { ...found, source: 'severity', pred });
  assume(scene, 'failed is severity ERROR, for none of these has a status', severityKeeps);
};
