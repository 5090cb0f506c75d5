import { closest } from '@clearspan/text';
import type { KeypathExpr } from '../ast/expr.ts';
import type { Fix } from '../diagnostics/diagnostic.ts';
import { hasOpenData } from '../schema/engine-fields.ts';
import { isScalar, OBJECT, type ScalarKind, type Type, UNKNOWN } from '../types/type.ts';
import type { Path, RowRoot, Slot, TypedExpr } from './checked.ts';
import { staticPath } from './keypath.ts';
import { knownFields } from './known-fields.ts';
import { type Found, lookUp, type Place } from './lookup.ts';
import { resolveParameter } from './parameters.ts';
import { pathText, samePath, startsWithPath } from './path.ts';
import { error, type Scope, warn, wrong } from './scope.ts';

const rename = (keypath: KeypathExpr, names: readonly string[], written: string): { hint: string; fix?: Fix } => {
  const near = closest(written, names);
  if (near === null || near === written) return { hint: '' };
  return {
    hint: `; did you mean \`${near}\`?`,
    fix: { title: `replace by \`${near}\``, span: keypath.span, text: near },
  };
};

/** `_sum` where the row has exactly one `_sum<i>`: how older queries name an aggregate. */
const numbered = (scope: Scope, root: RowRoot, path: Path): (Slot & { readonly kind: 'set' }) | null => {
  const [name] = path;
  if (root !== 'd' || path.length !== 1 || typeof name !== 'string' || !/^_[a-z_]+$/.test(name)) return null;
  const matching = scope.shape.slots.filter(
    (slot) => slot.kind === 'set' && slot.path.length === 1 && new RegExp(`^${name}\\d+$`).test(String(slot.path[0])),
  );
  const [only] = matching;
  return matching.length === 1 && only?.kind === 'set' ? only : null;
};

const columnExpr = (slot: Slot & { readonly kind: 'set' }, path: Path, keypath: KeypathExpr): TypedExpr => {
  const rest = path.slice(slot.path.length);
  return {
    kind: 'column',
    id: slot.id,
    stored: slot.type,
    path: rest,
    type: rest.length === 0 ? slot.type : UNKNOWN,
    span: keypath.span,
  };
};

const resolveClosed = (scope: Scope, keypath: KeypathExpr, root: RowRoot, path: Path): TypedExpr => {
  const near = numbered(scope, root, path);
  const written = pathText(root, path);
  if (near !== null) {
    warn(scope, 'DP3005', `\`${written}\` is read as \`${pathText('d', near.path)}\``, keypath.span, {
      title: 'write the full name',
      span: keypath.span,
      text: pathText('d', near.path),
    });
    return columnExpr(near, near.path, keypath);
  }
  const { hint, fix } = rename(
    keypath,
    scope.shape.slots.filter((slot) => slot.kind === 'set').map((slot) => pathText(slot.root, slot.path)),
    written,
  );
  const moved = scope.shape.slots.find(
    (slot) => slot.kind === 'set' && slot.root !== root && samePath(slot.path, path),
  );
  if (moved !== undefined) {
    const name = pathText(moved.root, moved.path);
    error(scope, 'DP2001', `unknown field \`${written}\`; an earlier stage moved it to \`${name}\``, keypath.span, {
      title: `replace by \`${name}\``,
      span: keypath.span,
      text: name,
    });
  } else {
    const exploded = hint === '' ? scope.shape.exploded : undefined;
    const closed =
      exploded === undefined ? '' : '; an earlier `explode` closed the row, `original preserve` keeps the other keys';
    error(scope, 'DP2001', `unknown field \`${written}\`${hint}${closed}`, keypath.span, fix ?? exploded);
  }
  return wrong(keypath.span);
};

/** The type of a stored field; null when nothing knows of such a field although all fields are known. */
const storedType = (scope: Scope, root: RowRoot, path: Path): Type | null => {
  const { engine, fields, dataset } = scope.session;
  if (path.length === 0) return OBJECT;
  for (const field of engine) {
    if (field.root !== root) continue;
    if (samePath(field.path, path)) return field.type;
    if (
      field.of !== null &&
      startsWithPath(path, field.path) &&
      path.length === field.path.length + 1 &&
      typeof path.at(-1) === 'string'
    ) {
      if (
        !engine.some(
          (other) =>
            other.root === root &&
            other.path.length === path.length &&
            startsWithPath(other.path, field.path) &&
            other.of !== null &&
            samePath(other.path, path),
        )
      )
        return field.of;
    }
    if (startsWithPath(path, field.path) && field.type.kind === 'array') return UNKNOWN;
  }
  const known = knownFields(fields);
  const exact = known.at(root, path);
  if (exact !== null) return exact.types.length === 1 ? (exact.types[0] ?? UNKNOWN) : UNKNOWN;
  if (known.below(root, path)) return OBJECT;
  // Inside an array or an object of mixed records the schema does not look.
  if (path.some((_, index) => known.at(root, path.slice(0, index))?.types.some((type) => !isScalar(type)) === true))
    return UNKNOWN;
  if (root === 'd') return hasOpenData(dataset) && fields === null ? UNKNOWN : null;
  return root === 'l' &&
    dataset === 'logs' &&
    fields === null &&
    !engine.some((field) => field.root === 'l' && String(path[0]).toLowerCase() === field.path[0])
    ? UNKNOWN
    : null;
};

/** The types of a field that holds values of several scalar types and no others; else null. */
const scalarsAt = (scope: Scope, root: RowRoot, path: Path): readonly ScalarKind[] | null => {
  const seen = knownFields(scope.session.fields).at(root, path)?.types ?? [];
  const scalars = seen.flatMap((type) => (isScalar(type) && type.kind !== 'regexp' ? [type.kind as ScalarKind] : []));
  return scalars.length > 1 && scalars.length === seen.length ? scalars : null;
};

const resolveStored = (scope: Scope, keypath: KeypathExpr, root: RowRoot, path: Path): TypedExpr => {
  const type = storedType(scope, root, path);
  const among = scalarsAt(scope, root, path);
  if (type !== null)
    return { kind: 'field', root, path, type, span: keypath.span, ...(among === null ? {} : { among }) };
  const { engine, fields, dataset, strictFields, hints } = scope.session;
  const names = (hints ? [...engine, ...(fields ?? [])] : [])
    .filter((field) => field.root === root || root === 'd')
    .map((field) => pathText(field.root, field.path));
  const { hint, fix } = rename(keypath, names, pathText(root, path));
  const message = `field \`${pathText(root, path)}\` is not seen in ${dataset}${hint}`;
  if (strictFields) error(scope, 'DP2001', message, keypath.span, fix);
  else warn(scope, 'DP3001', message, keypath.span, fix);
  return { kind: 'field', root, path, type: UNKNOWN, span: keypath.span };
};

/** What a keypath reads in the rows of this scope. */
export const resolveKeypath = (scope: Scope, keypath: KeypathExpr): TypedExpr => {
  const written = staticPath(scope, keypath);
  if (written === null) return wrong(keypath.span);
  const { root, path } = written;
  if (root === 'p') return resolveParameter(scope, path, keypath.span);
  if (scope.place === 'constant') {
    error(scope, 'DP2013', `expected a constant, found the field \`${pathText(root, path)}\``, keypath.span);
    return wrong(keypath.span);
  }
  if (scope.blurred) return { kind: 'field', root, path, type: UNKNOWN, span: keypath.span };
  if (scope.place === 'aggregate') {
    error(scope, 'DP2007', `expected an aggregation, found the field \`${pathText(root, path)}\``, keypath.span);
    return wrong(keypath.span);
  }
  const found = lookUp(scope.shape, root, path);
  const whole = path.length === 0 && !scope.shape.stored;
  if (found.changes.length > 0 || whole) return changedObject(scope, keypath, root, path, found);
  return readPlace(scope, keypath, root, path, found.at);
};

/** A value none of whose keys were changed since it was stored or computed. */
const readPlace = (scope: Scope, keypath: KeypathExpr, root: RowRoot, path: Path, at: Place): TypedExpr => {
  switch (at.kind) {
    case 'slot':
      return columnExpr(at.slot, path, keypath);
    case 'removed':
      warn(scope, 'DP3001', `field \`${pathText(root, path)}\` was removed by an earlier stage`, keypath.span);
      return { kind: 'null', type: { kind: 'null' }, span: keypath.span };
    case 'stored':
      return resolveStored(scope, keypath, root, path);
    case 'unknown':
      return resolveClosed(scope, keypath, root, path);
    default:
      return unreachable(at);
  }
};

/** An object some of whose keys were computed or removed. */
const changedObject = (
  scope: Scope,
  keypath: KeypathExpr,
  root: RowRoot,
  path: Path,
  { at, changes }: Found,
): TypedExpr => {
  const { span } = keypath;
  const base =
    at.kind === 'slot' || at.kind === 'stored'
      ? readPlace({ ...scope, session: { ...scope.session, diagnostics: [], hints: false } }, keypath, root, path, at)
      : null;
  // What is no object in a row has no keys to remove, and stays what it is where nothing is written into it.
  const mayStay = changes.every((slot) => slot.kind === 'remove' || slot.optional);
  const mayBeOther = base !== null && base.type.kind !== 'object' && mayStay;
  return {
    kind: 'object',
    base: base === null ? null : { ...base, type: base.type.kind === 'object' ? base.type : UNKNOWN },
    changes: changes.map((slot) => ({
      path: slot.path.slice(path.length).map(String),
      value: slot.kind === 'set' ? columnExpr(slot, slot.path, keypath) : null,
      optional: slot.kind === 'set' && slot.optional,
    })),
    type: mayBeOther ? UNKNOWN : OBJECT,
    span,
  };
};

const unreachable = (place: never): never => {
  throw new TypeError(`unexpected place ${JSON.stringify(place)}`);
};
