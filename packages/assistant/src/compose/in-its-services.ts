import type { DatasetIndex } from '../catalog/catalog-index.ts';
import { otherNames } from '../catalog/other-names.ts';
import { type FieldRef, fieldText } from '../ir/field-ref.ts';
import { fieldsIn } from '../ir/fields-in.ts';
import type { QueryIR } from '../ir/query-ir.ts';
import { mostOfFocus } from '../link/fields-of-service.ts';
import { servicesKept } from '../link/focus.ts';
import { recordsWith } from '../link/records-with.ts';

/** What the services call a field that none of their records has; null where nothing of theirs is called so. */
const ownName = (field: FieldRef, focus: ReadonlySet<string>, data: DatasetIndex): FieldRef | null => {
  if (recordsWith(field, focus, data) > 0) return null;
  const [own] = mostOfFocus(
    otherNames(field, data).map(({ ref }) => ({ field: ref })),
    focus,
    data,
  );
  return own !== undefined && recordsWith(own.field, focus, data) > 0 ? own.field : null;
};

/** "and of store-api?": a question that is asked of other services means their fields, whatever they call them. */
export const inItsServices = (ir: QueryIR, data: DatasetIndex): QueryIR => {
  const focus = servicesKept(ir.where);
  if (focus.size === 0) return ir;
  // The records that these are related to have services of their own.
  const alone: QueryIR = { ...ir, related: null };
  const own = new Map(
    fieldsIn(alone).flatMap((field) => {
      const found = ownName(field, focus, data);
      return found === null ? [] : [[fieldText(field), found] as const];
    }),
  );
  if (own.size === 0) return ir;
  const renamed = (node: unknown): unknown => {
    if (typeof node !== 'object' || node === null) return node;
    if (Array.isArray(node)) return node.map(renamed);
    const found = 'root' in node && 'path' in node ? own.get(fieldText(node as FieldRef)) : undefined;
    return found ?? Object.fromEntries(Object.entries(node).map(([key, below]) => [key, renamed(below)]));
  };
  return { ...(renamed(alone) as QueryIR), related: ir.related };
};
