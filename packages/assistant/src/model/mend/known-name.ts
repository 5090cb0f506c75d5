import type { Diagnostic } from '@clearspan/dataprime';
import type { CatalogIndex } from '../../catalog/catalog-index.ts';
import { ROLE_NAMES } from '../../catalog/role-names.ts';
import { type Dataset, type FieldRef, fieldText, ROLES } from '../../ir/field-ref.ts';
import { joinedForm } from '../../tokens/normal-form.ts';

const ROLE_WORDS: Readonly<Record<string, (typeof ROLES)[number]>> = {
  level: 'severity',
  loglevel: 'severity',
  latency: 'duration',
  servicename: 'service',
  time: 'timestamp',
  ts: 'timestamp',
};

/** The field that a name means: the one so called, or the one that plays the role of that name. */
const fieldOf = (name: string, dataset: Dataset, index: CatalogIndex): FieldRef | null => {
  const joined = joinedForm(name.replaceAll(/['"[\]]/g, '.'));
  const bare = joinedForm(name.replace(/^\$?[dml]\./, '').replaceAll(/['"[\]]/g, '.'));
  for (const key of [joined, `$${joined}`, bare]) {
    const found = (index.fieldNames.get(key) ?? []).filter((link) => link.dataset === dataset);
    if (found.length === 1 && found[0] !== undefined) return found[0].field;
  }
  const role =
    ROLE_WORDS[bare] ??
    ROLES.find((one) => joinedForm(one) === bare || ROLE_NAMES[one].some((n) => joinedForm(n) === bare));
  return role === undefined ? null : (index[dataset].roles.get(role) ?? null);
};

/** The data set a place of the text is about, by the last `source` before it. */
const datasetAt = (text: string, at: number): Dataset =>
  [...text.slice(0, at).matchAll(/\bsource\s+(logs|spans)\b/g)].at(-1)?.[1] === 'spans' ? 'spans' : 'logs';

/** The text with a name that the data does not know as the name of the field that it means; null when that is not known. */
export const knownName = (text: string, { code, span }: Diagnostic, index: CatalogIndex): string | null => {
  if (code !== 'DP2001') return null;
  const written = text.slice(span.start, span.end);
  if (!/^[$\w.['\]"-]+$/.test(written)) return null;
  const field = fieldOf(written, datasetAt(text, span.start), index);
  if (field === null || fieldText(field) === written) return null;
  return text.slice(0, span.start) + fieldText(field) + text.slice(span.end);
};
