import {
  createRowBuffer,
  type RowBuffer,
  writeBuffer,
  writeBytes,
  writeFloat64,
  writeText,
  writeUInt8,
  writeVarint,
} from '../row-binary/row-buffer.ts';
import { isJsonObject, isRawNumber, type JsonTree } from './json-tree.ts';
import { childPath, type LeafPath } from './leaf-path.ts';

/** Entries of one map column, without their count. */
interface Entries {
  readonly buffer: RowBuffer;
  count: number;
}

/** Scalar leaves of a tree as entries of the three typed maps. */
export interface Leaves {
  readonly strings: Entries;
  readonly numbers: Entries;
  readonly bools: Entries;
}

const entries = (): Entries => ({ buffer: createRowBuffer(256), count: 0 });

export const createLeaves = (): Leaves => ({ strings: entries(), numbers: entries(), bools: entries() });

export const clearLeaves = (leaves: Leaves): void => {
  for (const { buffer } of [leaves.strings, leaves.numbers, leaves.bools]) buffer.length = 0;
  leaves.strings.count = 0;
  leaves.numbers.count = 0;
  leaves.bools.count = 0;
};

const addNumber = (leaves: Leaves, { encoded }: LeafPath, value: number): void => {
  if (!Number.isFinite(value)) return;
  leaves.numbers.count++;
  writeBytes(leaves.numbers.buffer, encoded, 0, encoded.length);
  writeFloat64(leaves.numbers.buffer, value);
};

const addTree = (leaves: Leaves, path: LeafPath, tree: JsonTree): void => {
  const { encoded } = path;
  if (typeof tree === 'string') {
    leaves.strings.count++;
    writeBytes(leaves.strings.buffer, encoded, 0, encoded.length);
    writeText(leaves.strings.buffer, tree);
  } else if (typeof tree === 'number') addNumber(leaves, path, tree);
  else if (typeof tree === 'boolean') {
    leaves.bools.count++;
    writeBytes(leaves.bools.buffer, encoded, 0, encoded.length);
    writeUInt8(leaves.bools.buffer, tree ? 1 : 0);
  } else if (isRawNumber(tree)) addNumber(leaves, path, Number(tree.rawJSON));
  else if (isJsonObject(tree)) addLeaves(leaves, path, tree);
};

/** Adds every scalar leaf outside arrays; `path` is that of the tree itself. */
export const addLeaves = (leaves: Leaves, path: LeafPath, tree: { readonly [key: string]: JsonTree }): void => {
  for (const key in tree) addTree(leaves, childPath(path, key), tree[key] as JsonTree);
};

/** Writes one map column made of the entries of several trees. */
export const writeEntries = (out: RowBuffer, parts: readonly Leaves[], kind: keyof Leaves): void => {
  let count = 0;
  for (const part of parts) count += part[kind].count;
  writeVarint(out, count);
  for (const part of parts) writeBuffer(out, part[kind].buffer);
};
