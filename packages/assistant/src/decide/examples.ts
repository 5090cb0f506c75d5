import type { CatalogIndex, DatasetIndex } from '../catalog/catalog-index.ts';
import { fieldText, type Role } from '../ir/field-ref.ts';

const topValue = (data: DatasetIndex, role: Role): string | null => {
  const field = data.roles.get(role);
  if (field === undefined) return null;
  const entry = data.fields.find((candidate) => fieldText(candidate.ref) === fieldText(field));
  return entry?.source.values[0]?.value ?? null;
};

/** Three questions that have an answer in the data at hand. */
export const exampleQuestions = (index: CatalogIndex): readonly string[] => {
  const service = topValue(index.logs, 'service') ?? topValue(index.spans, 'service');
  return [
    service === null ? 'errors in the last hour by service' : `errors in ${service} in the last hour`,
    'which service has the most errors today',
    index.logs.records > 0 && index.spans.records === 0
      ? 'errors over time in the last 6 hours'
      : 'p95 latency by service in the last hour',
  ];
};

/** Questions that can be answered around a "why". */
export const questionsAround = (index: CatalogIndex, service: string | null): readonly string[] => {
  const where = service === null ? '' : ` in ${service}`;
  const of = service === null ? '' : ` of ${service}`;
  const messages = index.logs.roles.has('message') ? [`most common error messages${where} in the last hour`] : [];
  return [
    `errors${where} over time in the last 6 hours`,
    ...messages,
    `p95 latency${of} by operation in the last hour`,
    `error rate${of} over the last 24 hours`,
  ].slice(0, 4);
};
