import { type FieldRef, fieldText } from './field-ref.ts';
import type { QueryIR } from './query-ir.ts';

const isField = (node: object): node is FieldRef => 'root' in node && 'path' in node && Array.isArray(node.path);

/** Every field in a part of a query, each once, in the order of the tree. */
export const fieldsWithin = (part: unknown): readonly FieldRef[] => {
  const found = new Map<string, FieldRef>();
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    if (isField(node)) found.set(fieldText(node), found.get(fieldText(node)) ?? node);
    else for (const below of Object.values(node)) walk(below);
  };
  walk(part);
  return [...found.values()];
};

/** Every field that a query reads. */
export const fieldsIn = (ir: QueryIR): readonly FieldRef[] => fieldsWithin(ir);
