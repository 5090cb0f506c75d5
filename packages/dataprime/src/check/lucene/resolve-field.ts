import type { Span } from '@clearspan/text';
import type { PathStep, Root } from '../../ast/expr.ts';
import type { LuceneField } from '../../lucene/lucene-query.ts';
import type { Path, TypedExpr } from '../checked.ts';
import { startsWithPath } from '../path.ts';
import type { Scope } from '../scope.ts';

const METADATA = 'coralogix.metadata.';

interface Place {
  readonly root: Root;
  readonly path: readonly string[];
}

/** Metadata and labels by the name Lucene has for them, in any case: `applicationName`, `IPAddress`, `severity`. */
const engineField = (scope: Scope, name: string): Place | null => {
  const wanted = name.toLowerCase();
  const found = scope.session.engine.find(
    ({ root, path }) => root !== 'd' && path.length === 1 && path[0]?.toLowerCase() === wanted,
  );
  return found === undefined ? null : { root: found.root, path: found.path };
};

/** Keys of which the last may hold dots: those below a map of flat keys, and one that the data has as it is written. */
const dataPath = (scope: Scope, name: string): readonly string[] => {
  const keys = name.split('.');
  const map = scope.session.engine.find(
    ({ root, path, of }) => root === 'd' && of !== null && keys.length > path.length && startsWithPath(keys, path),
  );
  if (map !== undefined) return [...map.path, keys.slice(map.path.length).join('.')];
  const flat = scope.session.fields?.some(({ root, path }) => root === 'd' && path.length === 1 && path[0] === name);
  return flat === true ? [name] : keys;
};

const placeOf = (scope: Scope, name: string): Place => {
  // What the field is analysed as is no part of its name.
  const bare = name.replace(/\.(?:keyword|numeric)$/, '');
  const own = bare.startsWith(METADATA)
    ? bare.slice(METADATA.length)
    : bare === 'coralogix.timestamp'
      ? 'timestamp'
      : null;
  return (own === null ? null : engineField(scope, own)) ?? { root: 'd', path: dataPath(scope, bare) };
};

/** What a field of a Lucene query reads: a key of `$d`, or one of the special names for metadata and labels. */
export const resolveLuceneField = (scope: Scope, field: LuceneField, span: Span): TypedExpr => {
  const { root, path } = placeOf(scope, field.name);
  const keys: Path = path;
  const steps = keys.map((key): PathStep => ({ kind: 'key', key: String(key), span }));
  return scope.check(scope, { kind: 'keypath', root, steps, span });
};
