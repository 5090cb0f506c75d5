import type { Span } from '@clearspan/text';
import type { KeypathExpr } from '../../ast/expr.ts';
import type { JoinStage } from '../../ast/stage.ts';
import type { Fix } from '../../diagnostics/diagnostic.ts';
import { hasMetadata } from '../../schema/datasets.ts';
import type { CheckedColumn, CheckedStage, TypedExpr } from '../checked.ts';
import { wantSame, wantUncast } from '../coerce.ts';
import { staticPath, targetPath } from '../keypath.ts';
import { samePath } from '../path.ts';
import { choose, existing, isThere } from '../presence.ts';
import { columnOf, error, type Scope, sourceText, warn } from '../scope.ts';
import { withKey } from '../shape.ts';
import { asColumns, rowObject } from './row-columns.ts';

interface Pair {
  readonly left: KeypathExpr;
  readonly right: KeypathExpr;
}
interface KeyColumns {
  readonly left: CheckedColumn;
  readonly right: CheckedColumn;
}

/** Whether the data set has the key by itself, in a row that is still its own. */
const isKnown = (scope: Scope, keypath: KeypathExpr): boolean => {
  const { engine } = scope.session;
  const place = staticPath(scope, keypath);
  if (place === null || !scope.shape.stored) return false;
  return engine.some(({ root, path }) => root === place.root && samePath(path, place.path));
};

const mayHave = (scope: Scope, keypath: KeypathExpr): boolean => {
  const place = staticPath(scope, keypath);
  // What is neither logs, spans nor of the system is a table: all its columns are in `$d`.
  if (place !== null && place.root !== 'd' && scope.shape.stored && !hasMetadata(scope.session.dataset)) return false;
  return place !== null && place.root !== 'p' && existing(scope, place.root, place.path, keypath.span) !== null;
};

type Side = 'left' | 'right';
const opposite = (side: Side): Side => (side === 'left' ? 'right' : 'left');

/** The side a keypath is of: the one written, else the one that alone can have it; null where both can. */
const sideOf = (keypath: KeypathExpr, written: Side, left: Scope, right: Scope): Side | null => {
  if (keypath.side !== undefined) return keypath.side;
  const [inLeft, inRight] = [mayHave(left, keypath), mayHave(right, keypath)];
  if (inLeft !== inRight) return inLeft ? 'left' : 'right';
  if (!inLeft) return written;
  const [knownLeft, knownRight] = [isKnown(left, keypath), isKnown(right, keypath)];
  return knownLeft === knownRight ? null : knownLeft ? 'left' : 'right';
};

/**
 * Whether nothing at all tells the sides apart: two names in two data sets of which nothing is known. They are then read in
 * the order they are written in. In two rows of one data set a name is of both for sure.
 */
const isOpenQuestion = (pair: Pair, left: Scope, right: Scope): boolean =>
  left.session.dataset !== right.session.dataset &&
  left.session.fields === null &&
  right.session.fields === null &&
  sourceText(left, pair.left.span) !== sourceText(left, pair.right.span) &&
  !isKnown(left, pair.left) &&
  !isKnown(left, pair.right) &&
  !/^(left|right)\./.test(sourceText(left, pair.left.span));

const spanOfPair = ({ left, right }: Pair): Span => ({
  start: Math.min(left.span.start, right.span.start),
  end: Math.max(left.span.end, right.span.end),
});

/** The fix that names the sides in the order they are written in; `left.a == right.b` already says so in another way. */
const namedSides = (scope: Scope, pair: Pair): Fix => {
  const [first, second] = [pair.left, pair.right].toSorted((a, b) => a.span.start - b.span.start);
  const span = spanOfPair(pair);
  const texts = [first, second].map((path) => (path === undefined ? '' : sourceText(scope, path.span)));
  const prefixed = texts.map((text) => /^(left|right)\.(?=.)/.exec(text)?.[1]);
  const isSaid = prefixed[0] !== undefined && prefixed[1] !== undefined && prefixed[0] !== prefixed[1];
  const text = isSaid
    ? texts.map((path) => path.replace('.', '=>')).join(' == ')
    : `left=>${texts[0] ?? ''} == right=>${texts[1] ?? ''}`;
  return { title: 'Name the sides', span, text };
};

/** Both sides of `a == b`; null, reported, when they cannot be told apart. One that could be of both is of the other side. */
const orderPair = (pair: Pair, left: Scope, right: Scope): Pair | null => {
  const first = sideOf(pair.left, 'left', left, right);
  const second = sideOf(pair.right, 'right', left, right);
  const side = first ?? (second === null ? null : opposite(second));
  if (side === null && isOpenQuestion(pair, left, right)) {
    const [a, b] = [pair.left, pair.right].map(({ span }) => sourceText(left, span));
    const message = `\`${a}\` is read as \`left=>${a}\` and \`${b}\` as \`right=>${b}\`, as both sides may have both`;
    warn(left, 'DP3005', message, spanOfPair(pair), namedSides(left, pair));
    return pair;
  }
  if (side === null) {
    error(
      left,
      'DP1005',
      `expected \`left=>\` or \`right=>\` before \`${sourceText(left, pair.left.span)}\`, as both sides may have it`,
      pair.left.span,
      namedSides(left, pair),
    );
    return null;
  }
  if (second === side) {
    error(left, 'DP2012', 'expected a keypath of each side, found two of one', pair.right.span);
    return null;
  }
  return side === 'left' ? pair : { left: pair.right, right: pair.left };
};

/** A key as a column of each side, both of one type. */
const keyColumns = (pair: Pair, left: Scope, right: Scope): KeyColumns => {
  const sides = [left.check(left, pair.left), right.check(right, pair.right)];
  const { exprs } = wantUncast(left, (scope) => wantSame(scope, sides));
  const column = (expr: TypedExpr | undefined, keypath: KeypathExpr): CheckedColumn => ({
    id: left.session.nextColumn(),
    root: 'd',
    path: ['_'],
    expr: expr ?? { kind: 'null', type: { kind: 'unknown' }, span: keypath.span },
  });
  return { left: column(exprs[0], pair.left), right: column(exprs[1], pair.right) };
};

/** With `using`, rows that only the right side has show their key where the left side has it. */
const filledKeys = (scope: Scope, keys: readonly KeyColumns[], paths: readonly KeypathExpr[]): CheckedColumn[] =>
  keys.flatMap(({ left, right }, index) => {
    const target = paths[index] === undefined ? null : targetPath(scope, paths[index]);
    if (target === null) return [];
    const [own, other] = [columnOf(left), columnOf(right)];
    return [{ id: scope.session.nextColumn(), ...target, expr: choose(isThere(own), own, other) }];
  });

/** `join (q) on a == b into kp`: each row with the matching row of the query as an object at `kp`. */
export const checkJoin = (scope: Scope, stage: JoinStage): readonly CheckedStage[] | null => {
  const nested = scope.checkQuery(scope, stage.query);
  const into = stage.into === null ? null : targetPath(scope, stage.into);
  if (nested === null || into === null || scope.blurred || nested.scope.blurred) return null;
  const { query, scope: other } = nested;
  const written =
    stage.match?.kind === 'on'
      ? stage.match.pairs.map((pair) => orderPair(pair, scope, other))
      : (stage.match?.keys ?? []).map((key): Pair => ({ left: key, right: key }));
  const keys = written.flatMap((pair) => (pair === null ? [] : [keyColumns(pair, scope, other)]));
  const row: CheckedColumn = {
    id: scope.session.nextColumn(),
    ...into,
    expr: rowObject(nested, stage.span),
  };
  const full = stage.mode === 'full' ? asColumns(scope, stage.span) : null;
  const at = { command: 'join', span: stage.span };
  const rightColumns = [...keys.map(({ right }) => right), row];
  const rightStage: CheckedStage = { ...at, kind: 'extend', columns: rightColumns, shape: other.shape };
  const before = full?.shape ?? scope.shape;
  const shape = withKey(before, row);
  const stages: CheckedStage[] = [
    { ...at, kind: 'extend', columns: [...(full?.columns ?? []), ...keys.map(({ left }) => left)], shape: before },
    {
      ...at,
      kind: 'join',
      mode: stage.mode,
      query: { ...query, stages: [...query.stages, rightStage] },
      keys: keys.map(({ left, right }) => ({ left: columnOf(left), right: columnOf(right) })),
      row: row.id,
      beside: [],
      shape,
    },
  ];
  if (stage.mode !== 'full' || stage.match?.kind !== 'using') return stages;
  const filled = filledKeys(scope, keys, stage.match.keys);
  const end = filled.reduce((current, column) => withKey(current, column, scope.shape.stored), shape);
  return [...stages, { ...at, kind: 'extend', columns: filled, shape: end }];
};
