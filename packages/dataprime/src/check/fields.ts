import { closest } from '@clearspan/text';
import type { KeypathExpr } from '../ast/expr.ts';
import type { Fix } from '../diagnostics/diagnostic.ts';
import { hasOpenData } from '../schema/engine-fields.ts';
import { INTERVAL, isScalar, OBJECT, TIMESTAMP, type Type, UNKNOWN } from '../types/type.ts';
import type { Path, RowRoot, RowShape, Slot, TypedExpr } from './checked.ts';
import { staticPath } from './keypath.ts';
import { pathText, samePath, startsWithPath } from './path.ts';
import { error, type Scope, warn, wrong } from './scope.ts';

const PARAMETERS: ReadonlyMap<
  string,
  { readonly name: 'startTime' | 'endTime' | 'suggestedInterval'; readonly type: Type }
> = new Map([
  ['startTime', { name: 'startTime', type: TIMESTAMP }],
  ['endTime', { name: 'endTime', type: TIMESTAMP }],
  ['suggestedInterval', { name: 'suggestedInterval', type: INTERVAL }],
] as const);

const resolveParameter = (scope: Scope, keypath: KeypathExpr, path: Path): TypedExpr => {
  const found = path[0] === 'timeRange' && path.length === 2 ? PARAMETERS.get(String(path[1])) : undefined;
  if (found !== undefined) return { kind: 'parameter', name: found.name, type: found.type, span: keypath.span };
  error(scope, 'DP2010', `unknown parameter \`$p.${path.join('.')}\``, keypath.span);
  return wrong(keypath.span);
};

type Found =
  | { readonly kind: 'slot'; readonly slot: Slot & { readonly kind: 'set' } }
  | { readonly kind: 'removed' }
  | { readonly kind: 'parts' }
  | { readonly kind: 'none' };

/** Later slots win; a slot above the path holds it, a slot below it makes the path an object of several parts. */
const findSlot = (shape: RowShape, root: RowRoot, path: Path): Found => {
  let parts = false;
  for (const slot of shape.slots.toReversed()) {
    if (slot.root !== root) continue;
    if (startsWithPath(path, slot.path)) {
      if (parts) return { kind: 'parts' };
      return slot.kind === 'set' ? { kind: 'slot', slot } : { kind: 'removed' };
    }
    if (startsWithPath(slot.path, path)) parts = true;
  }
  return parts ? { kind: 'parts' } : { kind: 'none' };
};

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
  } else error(scope, 'DP2001', `unknown field \`${written}\`${hint}`, keypath.span, fix);
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
  const known = fields?.filter((field) => field.root === root) ?? [];
  const exact = known.find((field) => samePath(field.path, path));
  if (exact !== undefined) return exact.types.length === 1 ? (exact.types[0] ?? UNKNOWN) : UNKNOWN;
  if (known.some((field) => startsWithPath(field.path, path))) return OBJECT;
  // Inside an array or an object of mixed records the schema does not look.
  if (known.some((field) => startsWithPath(path, field.path) && field.types.some((type) => !isScalar(type))))
    return UNKNOWN;
  if (root === 'd') return hasOpenData(dataset) && fields === null ? UNKNOWN : null;
  return root === 'l' &&
    dataset === 'logs' &&
    fields === null &&
    !engine.some((field) => field.root === 'l' && String(path[0]).toLowerCase() === field.path[0])
    ? UNKNOWN
    : null;
};

const resolveStored = (scope: Scope, keypath: KeypathExpr, root: RowRoot, path: Path): TypedExpr => {
  const type = storedType(scope, root, path);
  if (type !== null) return { kind: 'field', root, path, type, span: keypath.span };
  const { engine, fields, dataset, strictFields } = scope.session;
  const names = [...engine, ...(fields ?? [])]
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
  if (root === 'p') return resolveParameter(scope, keypath, path);
  if (scope.place === 'constant') {
    error(scope, 'DP2013', `expected a constant, found the field \`${pathText(root, path)}\``, keypath.span);
    return wrong(keypath.span);
  }
  if (scope.blurred) return { kind: 'field', root, path, type: UNKNOWN, span: keypath.span };
  if (scope.place === 'aggregate') {
    error(scope, 'DP2007', `expected an aggregation, found the field \`${pathText(root, path)}\``, keypath.span);
    return wrong(keypath.span);
  }
  const found = findSlot(scope.shape, root, path);
  switch (found.kind) {
    case 'slot':
      return columnExpr(found.slot, path, keypath);
    case 'removed':
      warn(scope, 'DP3001', `field \`${pathText(root, path)}\` was removed by an earlier stage`, keypath.span);
      return { kind: 'null', type: { kind: 'null' }, span: keypath.span };
    case 'parts':
      error(
        scope,
        'DP4001',
        `reading \`${pathText(root, path)}\` after one of its keys was computed is not supported yet`,
        keypath.span,
      );
      return wrong(keypath.span);
    case 'none':
      return scope.shape.stored ? resolveStored(scope, keypath, root, path) : resolveClosed(scope, keypath, root, path);
    default:
      return unreachable(found);
  }
};

const unreachable = (found: never): never => {
  throw new TypeError(`unexpected lookup ${JSON.stringify(found)}`);
};
