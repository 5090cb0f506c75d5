import type { Catalog } from '@clearspan/contracts';
import { check, type Expr, parse, type Query } from '@clearspan/dataprime';
import { catalogIndex } from '../src/catalog/catalog-index.ts';
import { catalogSchema } from '../src/catalog/catalog-schema.ts';
import type { Answer } from '../src/index.ts';
import { isKnownValue, isSaid } from '../src/model/guard/known-value.ts';
import { treeNodes } from '../src/model/guard/tree-nodes.ts';

/** Texts that name the classes of a result; nothing is looked for by them. */
const labelsIn = (query: Query): ReadonlySet<Expr> =>
  new Set(
    treeNodes(query).flatMap((node): readonly Expr[] => {
      if (node.kind === 'case') return node.arms.map((arm) => arm.then);
      return node.kind === 'call' && node.name.text === 'if' ? node.args.slice(1).map(({ value }) => value) : [];
    }),
  );

/**
 * What an answer has that it may not have: a query that does not check against the data, fields that the data lacks
 * included, or a text that is neither in the dialogue nor in the data nor among the words that the answer says it assumed.
 * Null when there is no such thing.
 */
export const inventedIn = (
  { query, assumptions }: Answer,
  asked: readonly string[],
  catalog: Catalog,
): string | null => {
  const index = catalogIndex(catalog);
  const parsed = parse(query);
  const checked = check(parsed, { schema: catalogSchema(index), strictFields: true });
  const error = [...parsed.diagnostics, ...checked.diagnostics].find(({ severity }) => severity === 'error');
  if (error !== undefined) return error.message;
  const said = [...asked, ...assumptions].join(' ');
  const labels = labelsIn(parsed.query);
  for (const node of treeNodes(parsed.query)) {
    if (node.kind !== 'string' || labels.has(node)) continue;
    if (!isSaid(node.value, said) && !isKnownValue(node.value, index)) return `the value ${JSON.stringify(node.value)}`;
  }
  return null;
};
