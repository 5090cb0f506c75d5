import { createRowBuffer, writeText } from '../row-binary/row-buffer.ts';
import { escapeKey } from './field-key.ts';

/** Where a leaf stands, as `fieldKey` writes it. */
export interface LeafPath {
  /** Null for the root. */
  readonly text: string | null;
  /** The text as a String of RowBinary. */
  readonly encoded: Uint8Array;
  /** Paths one key longer that were asked for. */
  readonly below: Map<string, LeafPath>;
}

/** Paths remembered, in all. */
const PATHS_MAX = 8_192;
/** Longer ones are rare, and made each time. */
const REMEMBERED_UNITS_MAX = 256;

const createPath = (text: string | null): LeafPath => {
  const buffer = createRowBuffer(0);
  if (text !== null) writeText(buffer, text);
  return { text, encoded: buffer.bytes.subarray(0, buffer.length), below: new Map() };
};

export const ROOT_PATH: LeafPath = createPath(null);
let remembered = 0;

/**
 * The path one key longer. Records repeat a few paths many times, and finding one again is cheaper than joining and
 * encoding it. Once too many are known all are forgotten, so that keys which never come again do not stay.
 */
export const childPath = (parent: LeafPath, key: string): LeafPath => {
  const known = parent.below.get(key);
  if (known !== undefined) return known;
  const text = parent.text === null ? escapeKey(key) : `${parent.text}.${escapeKey(key)}`;
  const path = createPath(text);
  if (text.length > REMEMBERED_UNITS_MAX) return path;
  if (remembered >= PATHS_MAX) {
    ROOT_PATH.below.clear();
    remembered = 0;
  }
  remembered += 1;
  parent.below.set(key, path);
  return path;
};
