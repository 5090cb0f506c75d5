import type { DatasetIndex } from '../catalog/catalog-index.ts';
import type { Dataset, FieldRef } from '../ir/field-ref.ts';
import type { Pred } from '../ir/query-ir.ts';
import type { Windows } from './windows.ts';

/** What one data set has to be looked at with. */
export interface Ground {
  readonly dataset: Dataset;
  readonly data: DatasetIndex;
  /** Only records of what the question is about. */
  readonly where: readonly Pred[];
  readonly windows: Windows;
  readonly service: FieldRef | null;
  /** What a call does: the operation of a span, the path in a log. */
  readonly operation: FieldRef | null;
  readonly message: FieldRef | null;
  readonly duration: FieldRef | null;
  readonly trace: FieldRef | null;
  /** Records of something that failed; null where nothing tells. */
  readonly failing: Pred | null;
}

const severe = (field: FieldRef): Pred => ({
  kind: 'compare',
  field,
  op: '>=',
  value: { kind: 'severity', value: 'ERROR' },
});

const failingIn = (dataset: Dataset, { roles }: DatasetIndex): Pred | null => {
  if (dataset === 'spans') {
    const field = roles.get('error');
    return field === undefined ? null : { kind: 'compare', field, op: '==', value: { kind: 'text', value: 'true' } };
  }
  const status = roles.get('status');
  if (status !== undefined) return { kind: 'compare', field: status, op: '>=', value: { kind: 'number', value: 400 } };
  const severity = roles.get('severity');
  return severity === undefined ? null : severe(severity);
};

/** Log lines that say of themselves that they are errors. */
export const errorLines = ({ data }: Ground): Pred | null => {
  const field = data.roles.get('severity');
  return field === undefined ? null : severe(field);
};

export const groundOf = (dataset: Dataset, data: DatasetIndex, where: readonly Pred[], windows: Windows): Ground => {
  const role = (name: Parameters<typeof data.roles.get>[0]): FieldRef | null => data.roles.get(name) ?? null;
  return {
    dataset,
    data,
    where,
    windows,
    service: role('service'),
    operation: role(dataset === 'spans' ? 'operation' : 'path'),
    message: role('message'),
    duration: role('duration'),
    trace: role('trace'),
    failing: failingIn(dataset, data),
  };
};
