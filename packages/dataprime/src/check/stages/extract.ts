import type { Expr, KeypathExpr } from '../../ast/expr.ts';
import type { ExtractStage, TypedKey } from '../../ast/stage.ts';
import {
  JSON_OBJECT,
  KEY_VALUES,
  MULTI_REGEXP,
  REGEXP_GROUP,
  SPLITS,
  WITH_MEMBERS,
} from '../../functions/extractors.ts';
import type { FunctionDef } from '../../functions/function-def.ts';
import { regexpGroups } from '../../functions/regexp-groups.ts';
import { NUMBER, OBJECT, STRING, UNKNOWN } from '../../types/type.ts';
import type { CheckedColumn, CheckedStage, Path, RowRoot, RowShape, TypedExpr } from '../checked.ts';
import {
  bindExtractor,
  countArgument,
  extractorOf,
  patternArgument,
  textArgument,
  wordArgument,
} from '../extractors.ts';
import { staticPath, targetPath } from '../keypath.ts';
import { distinctNames } from '../naming.ts';
import { choose, existing, isThere } from '../presence.ts';
import { error, type Scope, warn } from '../scope.ts';
import { withKey } from '../shape.ts';

/** Where the result goes: a key, or the whole of `$d`, into which its members are merged. */
interface Target {
  readonly root: RowRoot;
  readonly path: Path;
}

const targetOf = (scope: Scope, into: KeypathExpr): Target => {
  const { steps } = into;
  if (steps.length === 0 && (into.root ?? 'd') === 'd') return { root: 'd', path: [] };
  return targetPath(scope, into) ?? { root: 'd', path: ['_'] };
};

const groupsMax = 100;

/** The names of the keys a pattern makes: of its named groups, and `_0`, `_1` … for the others. */
const groupNames = (scope: Scope, pattern: TypedExpr): readonly string[] => {
  if (pattern.kind !== 'regexp') return [];
  let unnamed = 0;
  const names = regexpGroups(pattern.pattern).map((name) => name ?? `_${unnamed++}`);
  if (names.length === 0)
    warn(
      scope,
      'DP3012',
      'expected a regular expression with groups, found one without: it finds no key',
      pattern.span,
    );
  if (names.length > groupsMax)
    error(scope, 'DP4001', `a pattern of more than ${groupsMax} groups is not supported yet`, pattern.span);
  return names.slice(0, groupsMax);
};

/** A key for each group. What a row has there already stays. */
const regexpColumns = (scope: Scope, target: Target, text: TypedExpr, pattern: TypedExpr): readonly CheckedColumn[] => {
  const columns = groupNames(scope, pattern).map((name, index): CheckedColumn => {
    const { span } = pattern;
    const group: TypedExpr = { kind: 'number', value: index + 1, type: NUMBER, span };
    const found: TypedExpr = { kind: 'call', fn: REGEXP_GROUP, args: [text, pattern, group], type: STRING, span };
    const path = [...target.path, name];
    const before = existing(scope, target.root, path, span);
    const expr = before === null ? found : choose(isThere(before), before, found);
    return { id: scope.session.nextColumn(), root: target.root, path, expr };
  });
  distinctNames(scope, columns);
  return columns;
};

/** The one value that every extractor but `regexp` makes of a text. */
const extracted = (scope: Scope, stage: ExtractStage, text: TypedExpr): TypedExpr | null => {
  const name = extractorOf(scope, stage);
  if (name === null || name === 'regexp') return null;
  const args = bindExtractor(scope, name, stage);
  const { span } = stage;
  const result = (fn: FunctionDef, ...more: readonly (TypedExpr | null)[]): TypedExpr => ({
    kind: 'call',
    fn,
    args: [text, ...more],
    type: fn.returns as TypedExpr['type'],
    span,
  });
  switch (name) {
    case 'multi_regexp':
      return result(MULTI_REGEXP, patternArgument(scope, args, stage));
    case 'kv': {
      const delimiter = { emptyAllowed: false, lengthMax: 100 };
      return result(
        KEY_VALUES,
        textArgument(scope, args, 'pair_delimiter', delimiter),
        textArgument(scope, args, 'key_delimiter', delimiter),
        textArgument(scope, args, 'quote_char', { emptyAllowed: true, lengthMax: 1 }),
      );
    }
    case 'jsonobject':
      return result(JSON_OBJECT, countArgument(scope, args, 'max_unescape_count'));
    case 'split': {
      const type = wordArgument(args, 'element_datatype') ?? 'string';
      const fn = Object.hasOwn(SPLITS, type) ? SPLITS[type] : undefined;
      if (fn === undefined)
        error(
          scope,
          'DP2008',
          'expected `element_datatype` to be string, number or bool',
          args.get('element_datatype')?.span ?? stage.extractor.span,
        );
      const delimiter = textArgument(scope, args, 'delimiter', { emptyAllowed: false, lengthMax: 100 });
      return fn === undefined ? null : result(fn, delimiter);
    }
    default:
      return unreachable(name);
  }
};

/** `into $d`: the members of the result beside those of the row, which stay. */
const merged = (scope: Scope, found: TypedExpr, into: KeypathExpr): TypedExpr => {
  const { span } = found;
  if (found.type.kind !== 'object') {
    error(scope, 'DP2003', `expected a key to put the ${found.type.kind} in, found all of \`$d\``, into.span);
    return found;
  }
  const row = scope.check(scope, { kind: 'keypath', root: 'd', steps: [], span: into.span });
  return { kind: 'call', fn: WITH_MEMBERS, args: [row, found], type: OBJECT, span };
};

const extend = (stage: ExtractStage, columns: readonly CheckedColumn[], before: RowShape): CheckedStage => {
  const shape = columns.reduce((row, column) => withKey(row, column, column.path.length > 0), before);
  return { kind: 'extend', command: 'extract', span: stage.span, columns, shape };
};

/** `datatypes a:number`: keys inside the result, cast where they are. */
const castKeys = (scope: Scope, stage: ExtractStage, target: Target, keys: readonly TypedKey[]): CheckedStage => {
  const columns = keys.map(({ path, type, span }): CheckedColumn => {
    const key = staticPath(scope, path)?.path ?? [];
    const operand: KeypathExpr = {
      ...stage.into,
      root: target.root,
      steps: [...stage.into.steps, ...path.steps],
      span,
    };
    const cast: Expr = { kind: 'cast', operand, type, span };
    const known = existing(scope, target.root, [...target.path, ...key], span) !== null;
    const quiet: Scope = known ? scope : { ...scope, blurred: true };
    return {
      id: scope.session.nextColumn(),
      root: target.root,
      path: [...target.path, ...key],
      expr: scope.check(quiet, cast),
    };
  });
  distinctNames(scope, columns);
  return extend(stage, columns, scope.shape);
};

/** `extract e into kp using extractor(…) datatypes k:type`. What was read stays; without a match `kp` is null. */
export const checkExtract = (scope: Scope, stage: ExtractStage): readonly CheckedStage[] => {
  const source = scope.check(scope, stage.source);
  const text: TypedExpr =
    source.type.kind === 'string' ? source : { kind: 'cast', operand: source, type: STRING, span: source.span };
  const target = targetOf(scope, stage.into);
  let columns: readonly CheckedColumn[];
  if (stage.extractor.text === 'regexp') {
    const pattern = patternArgument(scope, bindExtractor(scope, 'regexp', stage), stage);
    columns = regexpColumns(scope, target, text, pattern);
  } else {
    const found = extracted(scope, stage, text) ?? { kind: 'null', type: UNKNOWN, span: stage.span };
    const expr = target.path.length === 0 ? merged(scope, found, stage.into) : found;
    columns = [{ id: scope.session.nextColumn(), ...target, expr }];
  }
  const first = extend(stage, columns, scope.shape);
  if (stage.datatypes.length === 0) return [first];
  return [first, castKeys({ ...scope, shape: first.shape }, stage, target, stage.datatypes)];
};

const unreachable = (name: never): never => {
  throw new TypeError(`unexpected extractor ${JSON.stringify(name)}`);
};
