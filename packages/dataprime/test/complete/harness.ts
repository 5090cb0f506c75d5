import {
  applyFix,
  BOOL,
  type CompleteOptions,
  type CompletionItem,
  completeAt,
  NUMBER,
  OBJECT,
  type SchemaField,
  type SchemaSource,
  STRING,
} from '@clearspan/dataprime';

const field = (root: SchemaField['root'], path: string, type: SchemaField['types'][number]): SchemaField => ({
  root,
  path: path.split('/'),
  types: [type],
});

const LOGS: readonly SchemaField[] = [
  field('d', 'status', NUMBER),
  field('d', 'path', STRING),
  field('d', 'cached', BOOL),
  field('d', 'user/name', STRING),
  field('d', 'user/age', NUMBER),
  field('d', 'k8s.pod', STRING),
  field('l', 'region', STRING),
  { ...field('d', 'took', NUMBER), note: 'in ms' },
];
const SPANS: readonly SchemaField[] = [
  field('d', 'tags', OBJECT),
  field('d', 'tags/http.status_code', STRING),
  field('d', 'tags/http.method', STRING),
];

export const SCHEMA: SchemaSource = {
  fields: (dataset) => (dataset === 'logs' ? LOGS : dataset === 'spans' ? SPANS : null),
};

const VALUES: Readonly<Record<string, readonly (string | number)[]>> = {
  'd/path': ['/cart', '/login', "/o'brien"],
  'd/status': [200, 500],
  'l/serviceName': ['checkout', 'cart'],
};

export const OPTIONS: CompleteOptions = {
  schema: SCHEMA,
  values: (root, path) => VALUES[[root, ...path].join('/')] ?? null,
};

/** The cursor in a test's text. */
export const CURSOR = '‸';

export const itemsIn = (marked: string, options: CompleteOptions = OPTIONS): readonly CompletionItem[] => {
  const offset = marked.indexOf(CURSOR);
  return completeAt(marked.replace(CURSOR, ''), offset, options).items;
};

export const labelsIn = (marked: string, options: CompleteOptions = OPTIONS): readonly string[] =>
  itemsIn(marked, options).map(({ label }) => label);

/** The text once the item of this label is taken. */
export const taking = (marked: string, label: string): string | null => {
  const text = marked.replace(CURSOR, '');
  const { span, items } = completeAt(text, marked.indexOf(CURSOR), OPTIONS);
  const item = items.find((candidate) => candidate.label === label);
  return item === undefined ? null : applyFix(text, { title: '', span, text: item.insert });
};
