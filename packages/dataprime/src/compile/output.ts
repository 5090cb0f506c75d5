import type { RowShape } from '../check/checked.ts';
import { UNKNOWN } from '../types/type.ts';
import type { AssemblyStep, OutputColumn } from './compiled.ts';
import { columnName } from './lower-expr.ts';
import { col } from './sql-build.ts';
import type { SqlExpr } from './sql-tree.ts';
import type { Table } from './storage.ts';

interface Output {
  readonly columns: readonly OutputColumn[];
  readonly outputs: readonly { readonly expr: SqlExpr; readonly as: string | null }[];
  readonly assembly: readonly AssemblyStep[];
}

const textPath = (path: readonly (string | number)[]): readonly string[] => path.map(String);

/** What the statement selects and how a row is put together from it: the stored trees first, then each slot in order. */
export const assemble = (shape: RowShape, table: Table): Output => {
  const columns: OutputColumn[] = [];
  const outputs: { expr: SqlExpr; as: string | null }[] = [];
  const assembly: AssemblyStep[] = [];
  // A column that is a whole tree stands for what was stored there.
  const replaced = shape.slots.filter(({ kind, path }) => kind === 'set' && path.length === 0).map(({ root }) => root);
  if (shape.stored)
    table.trees.forEach(({ root, path, value }, index) => {
      if (replaced.includes(root)) return;
      assembly.push(
        path.length === 0
          ? { kind: 'merge', column: columns.length }
          : { kind: 'set', column: columns.length, omitNull: true },
      );
      columns.push({ root, path, type: value.type });
      outputs.push({ expr: value.sql, as: `t${index}` });
    });
  for (const slot of shape.slots) {
    if (slot.kind === 'remove') {
      assembly.push({ kind: 'remove', root: slot.root, path: textPath(slot.path) });
      continue;
    }
    if (slot.path.length === 0) assembly.push({ kind: 'merge', column: columns.length });
    else {
      if (slot.optional) assembly.push({ kind: 'remove', root: slot.root, path: textPath(slot.path) });
      assembly.push({ kind: 'set', column: columns.length, omitNull: slot.optional });
    }
    columns.push({ root: slot.root, path: textPath(slot.path), type: slot.type.kind === 'null' ? UNKNOWN : slot.type });
    outputs.push({ expr: col(columnName(slot.id)), as: null });
  }
  return { columns, outputs, assembly };
};
