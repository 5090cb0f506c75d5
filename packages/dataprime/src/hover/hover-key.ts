import type { KeypathExpr } from '../ast/expr.ts';
import type { Node } from '../ast/nodes-at.ts';
import type { Query } from '../ast/query.ts';
import { scopeAfter } from '../check/check.ts';
import type { TypedExpr } from '../check/checked.ts';
import { pathText, samePath } from '../check/path.ts';
import type { Scope } from '../check/scope.ts';
import { type Type, typeName } from '../types/type.ts';
import type { Hover, HoverOptions } from './hover.ts';

/** The query and the number of the stage a node stands in. */
const stageOf = (nodes: readonly Node[]): { readonly query: Query; readonly index: number } | null => {
  const at = nodes.findLastIndex((node) => node.kind === 'query');
  const query = nodes[at];
  const stage = nodes[at + 1];
  if (query?.kind !== 'query' || stage === undefined) return null;
  return { query, index: query.stages.findIndex(({ span }) => span === stage.span) };
};

const seenTypes = (types: readonly Type[]): string =>
  types.length === 0 ? 'of unknown type' : `seen as ${types.map(typeName).join(', ')}`;

const storedText = (scope: Scope, found: TypedExpr & { readonly kind: 'field' }): string => {
  const { engine, fields, dataset } = scope.session;
  const same = (field: { readonly root: string; readonly path: readonly string[] }): boolean =>
    field.root === found.root && samePath(field.path, found.path);
  const own = engine.find(same);
  if (own !== undefined) return `${own.doc}. A field of every row of ${dataset}.`;
  const seen = fields?.find(same);
  if (seen !== undefined)
    return `A field of ${dataset}, ${[seenTypes(seen.types), ...(seen.note === undefined ? [] : [seen.note])].join(', ')}.`;
  if (found.path.length === 0) return 'All keys of this tree of the row.';
  if (found.type.kind === 'object') return `Keys below it are known in ${dataset}.`;
  return fields === null ? `A field of ${dataset}; nothing is known of the data here.` : `Not seen in ${dataset}.`;
};

const bodyOf = (scope: Scope, found: TypedExpr): string => {
  if (found.kind === 'field') return storedText(scope, found);
  if (found.kind === 'column')
    return found.path.length === 0 ? 'Computed by an earlier stage.' : 'Part of what an earlier stage computed.';
  if (found.kind === 'object') return 'The record with the changes of earlier stages.';
  return found.kind === 'parameter' ? 'A parameter of the query: the same in every row.' : 'Not known in this row.';
};

/** What is known of a key at its place: stages before it may have computed, removed or closed it off. */
export const hoverKey = (
  text: string,
  nodes: readonly Node[],
  keypath: KeypathExpr,
  options: HoverOptions,
): Hover | null => {
  const at = stageOf(nodes);
  if (at === null) return null;
  const query = { ...at.query, stages: at.query.stages.slice(0, at.index) };
  const { defaultDataset = 'logs' } = options;
  const after = scopeAfter({ query, diagnostics: [], text }, { schema: options.schema ?? null, defaultDataset });
  const scope: Scope = { ...after, session: { ...after.session, diagnostics: [] } };
  const found = scope.check(scope, keypath);
  const name =
    found.kind === 'field' ? pathText(found.root, found.path) : text.slice(keypath.span.start, keypath.span.end);
  const type = found.type.kind === 'unknown' || found.type.kind === 'null' ? '' : `: ${typeName(found.type)}`;
  return { span: keypath.span, title: `${name}${type}`, body: bodyOf(scope, found) };
};
