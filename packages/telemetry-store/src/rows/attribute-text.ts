import { isRawNumber, type JsonTree } from './json-tree.ts';

/** An attribute value as text: what is not a scalar as JSON, null as empty. */
export const attributeText = (value: JsonTree | undefined): string => {
  if (value === undefined || value === null) return '';
  if (typeof value === 'string') return value;
  if (isRawNumber(value)) return value.rawJSON;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
};

export type TextEntry = readonly [key: string, value: string];

/** Attributes as text, sorted by key, so that equal sets of attributes look the same. */
export const sortedEntries = (tree: { readonly [key: string]: JsonTree }): TextEntry[] =>
  Object.keys(tree)
    .sort()
    .map((key) => [key, attributeText(tree[key])]);
