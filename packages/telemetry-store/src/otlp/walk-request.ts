import { createRanges, noteMessage, seek } from './attributes.ts';
import { type Cursor, fields, ignore, readVarint32, unexpected } from './cursor.ts';
import {
  NO_RESOURCE,
  NO_SCOPE,
  readResource,
  readScope,
  type SharedResource,
  type SharedScope,
} from './record-origin.ts';

/** Names of the messages of one signal, for errors. Their field numbers are the same for all signals. */
export interface RequestNames {
  readonly request: string;
  readonly resource: string;
  readonly scope: string;
  readonly record: string;
}

/** Gets the cursor inside one record message: `position` at its first byte, `end` behind its last. */
export type RecordVisitor = (c: Cursor, resource: SharedResource, scope: SharedScope) => void;

const REQUEST = fields(1);
const GROUP = fields(1, 2, 3);

/**
 * Reads the fields of a `Resource…` or `Scope…` message: what its records share (field 1), then the messages under it
 * (field 2), whichever stood first.
 */
const walkGroup = <T>(
  c: Cursor,
  message: string,
  child: string,
  none: T,
  readShared: (c: Cursor) => T,
  visit: (shared: T) => void,
): void => {
  const { end } = c;
  const children = createRanges();
  let shared = none;
  while (c.position < end) {
    const tag = readVarint32(c);
    if (tag === 0x0a) shared = readShared(c);
    else if (tag === 0x12) noteMessage(c, children, child);
    else if (tag === 0x1a) ignore(c, tag);
    else unexpected(c, tag, message, GROUP);
  }
  for (let i = 0; i < children.count; i++) {
    seek(c, children, i);
    visit(shared);
  }
  c.position = end;
  c.end = end;
};

/** Visits every record of an `Export…ServiceRequest` in order. Throws `Malformed`. */
export const walkRequest = (c: Cursor, names: RequestNames, visit: RecordVisitor): void => {
  const { end } = c;
  const groups = createRanges();
  while (c.position < end) {
    const tag = readVarint32(c);
    if (tag === 0x0a) noteMessage(c, groups, names.resource);
    else unexpected(c, tag, names.request, REQUEST);
  }
  for (let i = 0; i < groups.count; i++) {
    seek(c, groups, i);
    walkGroup(c, names.resource, names.scope, NO_RESOURCE, readResource, (resource) =>
      walkGroup(c, names.scope, names.record, NO_SCOPE, readScope, (scope) => visit(c, resource, scope)),
    );
  }
};
