import { createRowBuffer, type RowBuffer } from '../row-binary/row-buffer.ts';
import type { JsonTree } from '../rows/json-tree.ts';
import { type OriginLabels, originLabels } from '../rows/origin-labels.ts';
import { readKeyValueFields } from './any-value.ts';
import { createRanges, noteMessage, type Ranges, seek, writeAttributes } from './attributes.ts';
import { type Cursor, enter, fields, ignore, leave, readText, readVarint32, unexpected } from './cursor.ts';
import { PART_BYTES_MAX } from './outcome.ts';

interface SharedAttributes {
  readonly tree: { readonly [key: string]: JsonTree };
  /** The Map(String, String) column and its kinds, to be copied into every row. */
  readonly map: RowBuffer;
  readonly kinds: RowBuffer;
}

/** What all records under one resource share, made once. */
export interface SharedResource {
  /** As sent. One of more than `PART_BYTES_MAX` is left unread. */
  readonly bytes: number;
  readonly attributes: SharedAttributes;
  readonly origin: OriginLabels;
}

export interface SharedScope {
  readonly bytes: number;
  readonly name: string;
  readonly version: string;
  readonly attributes: SharedAttributes;
}

/** The attributes noted in `ranges`, as a tree. */
export const readNotedAttributes = (c: Cursor, ranges: Ranges): { [key: string]: JsonTree } => {
  const { position, end } = c;
  const tree: { [key: string]: JsonTree } = {};
  for (let i = 0; i < ranges.count; i++) {
    seek(c, ranges, i);
    readKeyValueFields(c, tree);
  }
  c.position = position;
  c.end = end;
  return tree;
};

const shareAttributes = (c: Cursor, ranges: Ranges): SharedAttributes => {
  const { position } = c;
  const map = createRowBuffer(256);
  const kinds = createRowBuffer(32);
  writeAttributes(c, ranges, [], map, kinds);
  c.position = position;
  return { tree: readNotedAttributes(c, ranges), map, kinds };
};

const unread = <T>(c: Cursor, outer: number, shared: T): T => {
  c.position = c.end;
  leave(c, outer);
  return shared;
};

const RESOURCE = fields(1, 2, 3);

/** Reads a `Resource` message. */
export const readResource = (c: Cursor): SharedResource => {
  const outer = enter(c, 'Resource');
  const bytes = c.end - c.position;
  if (bytes > PART_BYTES_MAX) return unread(c, outer, { ...NO_RESOURCE, bytes });
  const ranges = createRanges();
  while (c.position < c.end) {
    const tag = readVarint32(c);
    if (tag === 0x0a) noteMessage(c, ranges, 'Resource.attributes');
    else if (tag === 0x10 || tag === 0x1a) ignore(c, tag);
    else unexpected(c, tag, 'Resource', RESOURCE);
  }
  const attributes = shareAttributes(c, ranges);
  leave(c, outer);
  return { bytes, attributes, origin: originLabels(attributes.tree) };
};

const SCOPE = fields(1, 2, 3, 4);

/** Reads an `InstrumentationScope` message. */
export const readScope = (c: Cursor): SharedScope => {
  const outer = enter(c, 'InstrumentationScope');
  const bytes = c.end - c.position;
  if (bytes > PART_BYTES_MAX) return unread(c, outer, { ...NO_SCOPE, bytes });
  const ranges = createRanges();
  let name = '';
  let version = '';
  while (c.position < c.end) {
    const tag = readVarint32(c);
    if (tag === 0x0a) name = readText(c, 'InstrumentationScope.name');
    else if (tag === 0x12) version = readText(c, 'InstrumentationScope.version');
    else if (tag === 0x1a) noteMessage(c, ranges, 'InstrumentationScope.attributes');
    else if (tag === 0x20) ignore(c, tag);
    else unexpected(c, tag, 'InstrumentationScope', SCOPE);
  }
  const attributes = shareAttributes(c, ranges);
  leave(c, outer);
  return { bytes, name, version, attributes };
};

const noAttributes = (): SharedAttributes => {
  const map = createRowBuffer(1);
  map.bytes[map.length++] = 0;
  return { tree: {}, map, kinds: createRowBuffer(1) };
};

export const NO_RESOURCE: SharedResource = { bytes: 0, attributes: noAttributes(), origin: originLabels({}) };
export const NO_SCOPE: SharedScope = { bytes: 0, name: '', version: '', attributes: noAttributes() };
