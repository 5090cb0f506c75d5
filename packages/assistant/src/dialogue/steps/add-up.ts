import { statMetric } from '../../compose/rules/metrics.ts';
import { roleField, type Scene } from '../../compose/scene.ts';
import { isMoney, moneyField } from '../../compose/spoken-units.ts';
import { type FieldRef, fieldText } from '../../ir/field-ref.ts';
import type { Pred, QueryIR } from '../../ir/query-ir.ts';
import { nameWords, wordForm } from '../../tokens/normal-form.ts';
import { readWords, type Step } from './draft.ts';
import { isOn } from './preds.ts';

const LED = '^(?:(?:and|but|so|ok|okay|now|then|please|show|show me|give me|tell me)[\\s,]+)*';
const IS = '(?:is|are|was|were|do|does|did|has|have|went|goes|go|came|comes)';
const THEY = '(?:it|they|that|those|these|there|this)';
const WHOLE = '(?: all)?(?: in total| together| altogether| in all| over all)?';
/** "those ten": what was listed, by how many they are. */
const FEW = '(?:\\d+|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|fifty|hundred|few|ones)';
const ADD_UP = new RegExp(
  `${LED}(?:(?:what|how much) (?:do|does|did|would) (?:they|it|that|(?:those|these|the)(?: ${FEW})?|all of (?:them|those|these)|all ${FEW})(?: of them)?(?: all)? (?:add up to|sum up to|sum to|come to|total|amount to|make|add up)(?: in total| together| altogether)?|how much(?: money)? (?:is|are|was|were) ${THEY}${WHOLE}|how much money(?: in total| altogether)?|(?:add|sum) (?:them|those|that|it|these) (?:all )?up|what (?:is|was|were) (?:their|its) (?:total|sum)(?: amount| value)?(?: in [a-z]+)?|(?:what (?:is|was) )?(?:the )?(?:sum|total) of (?:them|those|these|all)(?: ${FEW})?)[\\s?.!]*$`,
  'i',
);
const EACH_ONE =
  '(?:each|every one|each one|every single one|everyone)(?: (?:of (?:them|those|these)|one|type|kind|of the (?:\\w+ )?\\w+))?';
const SUM =
  '(?:the )?(?:(?:total|summed|overall|whole) )?(?:sum|total|amount|value|money|volume|amounts|totals|sums)(?: of money)?';
const ADD_UP_EACH = new RegExp(
  `${LED}(?:how much(?: money)?(?: in total)?(?: ${IS})?(?: ${THEY})?(?: (?:in total|worth|moved|spent|paid))?(?: through| to| into| in| on)?|(?:what (?:was|is|were|are)|with|add)? ?(?:${SUM}|the total|their (?:${SUM})))(?: (?:was|is) ${THEY})? (?:for|of|per|by|in|from|with|on) ${EACH_ONE}(?: (?:in total|please|then))*[\\s?.!]*$`,
  'i',
);

/** The figure of what was listed, of each of its things. */
const eachOf = (ir: QueryIR): QueryIR['keys'] =>
  ir.keys.length > 0 ? ir.keys : ir.columns.map((field) => ({ kind: 'field', field }));

/** What was listed had a value of it: records without one are none of the groups. */
const knownKeys = ({ where }: QueryIR, keys: QueryIR['keys']): readonly Pred[] =>
  keys.flatMap((key) =>
    key.kind === 'field' && !where.some((pred) => isOn(pred, key.field))
      ? [{ kind: 'compare', field: key.field, op: '!=', value: { kind: 'null' } } as const]
      : [],
  );

/**
 * Of transfer types the money is that of the service `transfers`, where others tell of the same transfers again: a sum
 * over all of them would count it twice.
 */
const ownService = (scene: Scene, { where }: QueryIR, amount: FieldRef, keys: QueryIR['keys']): readonly Pred[] => {
  const service = roleField(scene, 'service');
  const [key] = keys;
  if (service === null || key?.kind !== 'field' || where.some((pred) => isOn(pred, service))) return [];
  const having = scene.data.services.get(fieldText(key.field));
  const paid = scene.data.services.get(fieldText(amount));
  const both = [...(having?.keys() ?? [])].filter((name) => paid?.has(name) === true);
  const [thing = ''] = nameWords(key.field.path.at(-1) ?? '');
  const own = both.find((name) => wordForm(name) === wordForm(thing));
  return own === undefined || both.length < 2
    ? []
    : [{ kind: 'compare', field: service, op: '==', value: { kind: 'text', value: own } }];
};

/** Of the ten largest that were listed it is these ten, and not all that are like them. */
const firstOf = ({ shape, order, limit }: QueryIR): Pick<QueryIR, 'first'> =>
  shape === 'rows' && order !== null && limit !== null ? { first: { order, limit } } : {};

/** "what do they add up to?", "how much was it for each?": the money of what was found, or the number that was computed. */
export const addUp: Step = ({ ir, marks }, { scene }) => {
  const all = readWords(marks, ADD_UP);
  const each = all === null ? readWords(marks, ADD_UP_EACH) : null;
  const read = all ?? each;
  const [metric] = ir.metrics;
  const own = metric?.kind === 'stat' ? metric.field : null;
  const listed = ir.shape === 'rows' && ir.order?.by === 'field' && isMoney(ir.order.field) ? ir.order.field : null;
  const field = own ?? listed ?? moneyField(scene);
  if (read === null || field === null || ir.related !== null) return null;
  const keys = each === null ? ir.keys : eachOf(ir);
  if (each !== null && keys.length === 0) return null;
  const next: QueryIR = {
    ...ir,
    ...(each === null ? firstOf(ir) : {}),
    where: each === null ? ir.where : [...ir.where, ...knownKeys(ir, keys), ...ownService(scene, ir, field, keys)],
    shape: 'table',
    keys,
    metrics: [statMetric('sum', field)],
    columns: [],
    having: [],
    overall: [],
    share: false,
    order: keys.length === 0 ? null : { by: 'column', name: statMetric('sum', field).name, direction: 'desc' },
    limit: keys.length === 0 ? null : ir.limit,
  };
  return { ir: next, marks: read.marks };
};
