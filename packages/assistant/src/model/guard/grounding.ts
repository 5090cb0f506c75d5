import type { Expr, Query, Stage } from '@clearspan/dataprime';
import type { CatalogIndex } from '../../catalog/catalog-index.ts';
import type { Turn } from '../../interpretation.ts';
import type { Linked } from '../../link/link-question.ts';
import type { Mark } from '../../link/mark.ts';
import { joinedForm } from '../../tokens/normal-form.ts';
import { isKnownValue, isSaid, patternWords } from './known-value.ts';
import { treeNodes } from './tree-nodes.ts';

/** A value this sure is what the word means; a query without it answers another question. */
const sureLink = 0.8;

/** Names of classes in a result: a few plain characters, no sentence and no address. */
const LABEL = /^[\w<>=.%+-]{1,16}(?: [\w<>=.%+-]{1,16}){0,2}$/;

const literalsOf = (query: Query): readonly string[] =>
  treeNodes(query).flatMap((node) =>
    node.kind === 'string' ? [node.value] : node.kind === 'regex' ? [node.pattern] : [],
  );

/** Texts that only name a class: results of a case, arguments of `if` behind its condition. */
const labelsOf = (query: Query): ReadonlySet<Expr> =>
  new Set(
    treeNodes(query).flatMap((node): readonly Expr[] => {
      if (node.kind === 'case') {
        // oxlint-disable-next-line unicorn/no-thenable -- the branch of a tree, which nobody awaits
        const results = node.arms.map((arm) => arm.then);
        return node.otherwise === null ? results : [...results, node.otherwise];
      }
      return node.kind === 'call' && node.name.text === 'if' ? node.args.slice(1).map(({ value }) => value) : [];
    }),
  );

/** Whether a query asks for a value that the data was never seen to have: where nothing is found, that may be why. */
export const asksForUnseen = (query: Query, index: CatalogIndex): boolean =>
  treeNodes(query).some(
    (node) =>
      node.kind === 'binary' &&
      node.op === '==' &&
      node.right.kind === 'string' &&
      !isKnownValue(node.right.value, index),
  );

/** What a node looks for: a text, the words of a pattern, or the number that something is to equal. */
const soughtBy = (node: ReturnType<typeof treeNodes>[number]): readonly string[] => {
  if (node.kind === 'string') return [node.value];
  if (node.kind === 'regex') return patternWords(node.pattern);
  // Bounds are converted and rounded; what is to be equal is copied.
  return node.kind === 'binary' && node.op === '==' && node.right.kind === 'number' ? [node.right.text] : [];
};

const strangeValue = (query: Query, { routed, index, typos }: Linked, turns: readonly Turn[]): string | null => {
  const labels = labelsOf(query);
  const earlier = turns.map((turn) => turn.question);
  const said = [routed.question, ...typos.map(({ read }) => read), ...earlier].join(' ');
  for (const node of treeNodes(query)) {
    if (node.kind === 'string' && labels.has(node) && LABEL.test(node.value)) continue;
    const strange = soughtBy(node).find((value) => !isSaid(value, said) && !isKnownValue(value, index));
    if (strange !== undefined) return strange;
  }
  return null;
};

const isUsed = ({ meaning }: Mark, literals: readonly string[]): boolean => {
  if (meaning.kind !== 'value') return true;
  const sure = meaning.links.filter(({ score }) => score >= sureLink);
  return sure.length === 0 || sure.some(({ value }) => literals.some((text) => joinedForm(text) === joinedForm(value)));
};

const hasTime = (stages: readonly Stage[]): boolean =>
  stages.some((stage) => stage.kind === 'source' && stage.frame !== null) ||
  treeNodes(stages).some((node) => node.kind === 'timestamp');

const SEVERE = /severity|statuscode|status|error|fail|level/i;

const namesOutcome = (query: Query): boolean =>
  treeNodes(query).some(
    (node) =>
      node.kind === 'severity' ||
      (node.kind === 'keypath' && node.steps.some((step) => step.kind === 'key' && SEVERE.test(step.key))),
  );

const unusedMark = (query: Query, marks: readonly Mark[]): string | null => {
  const literals = literalsOf(query);
  for (const mark of marks) {
    const { meaning } = mark;
    if (!isUsed(mark, literals)) return mark.text;
    if (meaning.kind === 'time' && meaning.time.kind === 'time' && !hasTime(query.stages)) return mark.text;
    if (meaning.kind === 'concept' && meaning.concept.kind === 'severity' && !namesOutcome(query)) return mark.text;
  }
  return null;
};

/**
 * Why a query is not one of this question: it looks for something that neither the dialogue nor the data has, or
 * it leaves out what the question surely says. Null when neither is so.
 */
export const groundingProblem = (query: Query, linked: Linked, turns: readonly Turn[]): string | null => {
  const strange = strangeValue(query, linked, turns);
  if (strange !== null) {
    return `the value ${JSON.stringify(strange.slice(0, 40))} is neither in the question nor in the data`;
  }
  const unused = unusedMark(query, linked.marks);
  return unused === null ? null : `the query does not use ${JSON.stringify(unused.slice(0, 40))} of the question`;
};
