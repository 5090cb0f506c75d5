import {
  createRowBuffer,
  type RowBuffer,
  writeBuffer,
  writeFloat64,
  writeText,
  writeUInt8,
  writeVarint,
} from '../row-binary/row-buffer.ts';
import { childKey } from './field-key.ts';
import { isJsonObject, isRawNumber, type JsonTree } from './json-tree.ts';

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

const addNumber = (leaves: Leaves, key: string, value: number): void => {
  if (!Number.isFinite(value)) return;
  leaves.numbers.count++;
  writeText(leaves.numbers.buffer, key);
  writeFloat64(leaves.numbers.buffer, value);
};

const addTree = (leaves: Leaves, key: string, tree: JsonTree): void => {
  if (typeof tree === 'string') {
    leaves.strings.count++;
    writeText(leaves.strings.buffer, key);
    writeText(leaves.strings.buffer, tree);
  } else if (typeof tree === 'number') addNumber(leaves, key, tree);
  else if (typeof tree === 'boolean') {
    leaves.bools.count++;
    writeText(leaves.bools.buffer, key);
    writeUInt8(leaves.bools.buffer, tree ? 1 : 0);
  } else if (isRawNumber(tree)) addNumber(leaves, key, Number(tree.rawJSON));
  else if (isJsonObject(tree)) addLeaves(leaves, key, tree);
};

/** Adds every scalar leaf outside arrays; `parent` is the path of the tree itself, null for the root. */
export const addLeaves = (leaves: Leaves, parent: string | null, tree: { readonly [key: string]: JsonTree }): void => {
  for (const key in tree) addTree(leaves, childKey(parent, key), tree[key] as JsonTree);
};

/** Writes one map column made of the entries of several trees. */
export const writeEntries = (out: RowBuffer, parts: readonly Entries[]): void => {
  writeVarint(
    out,
    parts.reduce((sum, { count }) => sum + count, 0),
  );
  for (const { buffer } of parts) writeBuffer(out, buffer);
};
