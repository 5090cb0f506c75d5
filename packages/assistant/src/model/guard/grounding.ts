import type { Expr, Query, Stage } from '@clearspan/dataprime';
import type { CatalogIndex } from '../../catalog/catalog-index.ts';
import type { Turn } from '../../interpretation.ts';
import type { Linked } from '../../link/link-question.ts';
import type { Mark } from '../../link/mark.ts';
import { joinedForm, wordForm } from '../../tokens/normal-form.ts';
import { treeNodes } from './tree-nodes.ts';

/** A value this sure is what the word means; a query without it answers another question. */
const sureLink = 0.8;

/** What the language and the engine call things. */
const KNOWN =
  /^(?:true|false|error|ok|unset|internal|server|client|producer|consumer|get|head|post|put|patch|delete|options|high|medium|low|critical|warning|info|debug|verbose|year|month|week|day|hour|minute|second|day_of_week|day_of_year|utc|iso8601)$/i;
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

const isInQuestion = (literal: string, question: string): boolean => {
  const joined = joinedForm(literal);
  if (joined === '') return true;
  if (joined.length > 2 && joinedForm(question).includes(joined)) return true;
  const said = new Set(question.split(/[^\p{L}\p{N}_.-]+/u).map(wordForm));
  return literal
    .split(/[^\p{L}\p{N}_.-]+/u)
    .filter((word) => word !== '')
    .every((word) => said.has(wordForm(word)));
};

/** Of a pattern only its words count. */
const wordsOfPattern = (pattern: string): readonly string[] =>
  pattern
    .replace(/\\[a-zA-Z]|\(\?<?[:=!]?|\{[\d,]*\}|\[[^\]]*\]/g, ' ')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 2);

const isKnownValue = (literal: string, index: CatalogIndex): boolean =>
  KNOWN.test(literal) ||
  /^-?\d+(?:\.\d+)?$/.test(literal) ||
  (index.values.get(joinedForm(literal))?.length ?? 0) > 0 ||
  [index.logs, index.spans].some(({ fields }) =>
    fields.some(({ ref, source }) => ref.role !== 'message' && source.values.some(({ value }) => value === literal)),
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

const strangeLiteral = (query: Query, { routed, index, typos }: Linked, turns: readonly Turn[]): string | null => {
  const labels = labelsOf(query);
  const earlier = turns.map((turn) => turn.question);
  const question = [routed.question, ...typos.map(({ read }) => read), ...earlier].join(' ');
  for (const node of treeNodes(query)) {
    if (node.kind === 'string') {
      if (labels.has(node) && LABEL.test(node.value)) continue;
      if (!isInQuestion(node.value, question) && !isKnownValue(node.value, index)) return node.value;
    }
    if (node.kind === 'regex') {
      const strange = wordsOfPattern(node.pattern).find(
        (word) => !isInQuestion(word, question) && !isKnownValue(word, index),
      );
      if (strange !== undefined) return strange;
    }
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
  const strange = strangeLiteral(query, linked, turns);
  if (strange !== null) {
    return `the value ${JSON.stringify(strange.slice(0, 40))} is neither in the question nor in the data`;
  }
  const unused = unusedMark(query, linked.marks);
  return unused === null ? null : `the query does not use ${JSON.stringify(unused.slice(0, 40))} of the question`;
};
