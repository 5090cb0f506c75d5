import { type FieldRef, homeOfField } from '../ir/field-ref.ts';
import type { FieldLink } from '../link/mark.ts';
import type { Scene } from './scene.ts';

/**
 * "renewals per method", where `sub.action` tells renewals: the method that stands beside it, and not that of requests; null
 * where no condition stands beside a field that is called so.
 */
export const besideCondition = (
  { preds, before, dataset }: Pick<Scene, 'preds' | 'before' | 'dataset'>,
  text: string,
  fields: readonly FieldLink[],
): FieldRef | null => {
  if (!/^(?:methods?|types?|status|statuses|codes?)$/i.test(text)) return null;
  const homes = [...preds.map(({ pred }) => pred), ...before].flatMap((pred) =>
    pred.kind === 'compare' || pred.kind === 'in' ? (homeOfField(pred.field) ?? []) : [],
  );
  return (
    fields.find(({ field, ...link }) => link.dataset === dataset && homes.includes(homeOfField(field) ?? '\0'))
      ?.field ?? null
  );
};
