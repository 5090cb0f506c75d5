import { type FieldRef, fieldText } from '../../ir/field-ref.ts';
import { fieldsWithin } from '../../ir/fields-in.ts';
import type { Pred } from '../../ir/query-ir.ts';
import { servicesKept } from '../../link/focus.ts';
import { assume, type FoundPred, roleField, type Scene } from '../scene.ts';

/** The share of such questions that mean records of severity ERROR. */
const severityKeeps = 0.8;

const homesOf = (scene: Scene, field: FieldRef): readonly string[] | null => {
  const services = scene.data.services.get(fieldText(field));
  return services === undefined ? null : [...services.keys()];
};

const isByStatus = ({ source, pred }: FoundPred): boolean =>
  source === 'outcome' && pred.kind === 'compare' && pred.field.role === 'status' && /^(?:>=|<)$/.test(pred.op);

/** "letter failures" of services that have no status: there a failure is an error, and not a status that no letter has. */
export const outcomeElsewhere = (scene: Scene): void => {
  const severity = roleField(scene, 'severity');
  const found = scene.preds.find(isByStatus);
  if (severity === null || found?.pred.kind !== 'compare') return;
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
  const error: Pred = { kind: 'compare', field: severity, op: '>=', value: { kind: 'severity', value: 'ERROR' } };
  const pred: Pred = found.pred.op === '>=' ? error : { kind: 'not', pred: error };
  scene.preds.splice(scene.preds.indexOf(found), 1, { ...found, source: 'severity', pred });
  assume(scene, 'failed is severity ERROR, for none of these has a status', severityKeeps);
};
