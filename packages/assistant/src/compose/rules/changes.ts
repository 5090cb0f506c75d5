import type { CompareOp } from '../../ir/query-ir.ts';
import { conceptAt, conceptsOf, fieldAt, markAt, nextContent, type Scene, take } from '../scene.ts';
import { addKey } from './groups.ts';
import { amountAt } from './having.ts';
import { isGroupable, isSingular } from './ranking.ts';

const RISE =
  /^(?:increases?|rises?|growth|jumps?|surge|spike|change|changes|difference|differences|difference in|change in|delta)$/i;
const FALL = /^(?:decreases?|drops?|declines?|falls?|dip|reduction)$/i;
const ROSE =
  /^(?:increase|increased|rise|rose|risen|grow|grew|grown|jump|jumped|go up|went up|gone up|change|changed)$/i;
const FELL = /^(?:decrease|decreased|drop|dropped|fall|fell|fallen|go down|went down|decline|declined|shrink|shrank)$/i;
/** Of a rate of errors and of a time less is better. */
const BETTER = /^(?:improve|improved|got better|get better|recovered)$/i;
const WORSE = /^(?:worsen|worsened|degraded|deteriorated|got worse|get worse)$/i;
const PERCENT = /^(?:percentage|percent|%|relative|proportional)$/i;

const textAt = (scene: Scene, at: number): string => markAt(scene, at)?.text ?? '';

interface Said {
  readonly as: 'difference' | 'part' | 'quotient';
  readonly falls: boolean;
  readonly used: readonly number[];
  /** One of the groups is asked for: "the biggest increase". */
  readonly most: boolean;
}

const isMost = (scene: Scene, at: number): boolean => {
  const concept = conceptAt(scene, at);
  return concept?.kind === 'superlative' && concept.by === 'metric';
};

const kindAt = (scene: Scene, at: number): string => conceptAt(scene, at)?.kind ?? '';

/** "did the error rate change": that it did is asked, and not how much. */
const asksWhether = (scene: Scene): boolean =>
  /^(?:did|does|do|has|have|how|when|is|was|were)\b/i.test(textAt(scene, 0));

/** "the biggest increase in errors", "percentage change of errors", "by increase". */
const nounAt = (scene: Scene, at: number): Said | null => {
  const falls = FALL.test(textAt(scene, at));
  if (!falls && !RISE.test(textAt(scene, at))) return null;
  const part = PERCENT.test(textAt(scene, at - 1)) ? [at - 1] : [];
  const before = at - 1 - part.length;
  const most = isMost(scene, before) ? [before] : [];
  const led = /^(?:by|the|a|an|what|what was|which|of|in|and)$/i.test(textAt(scene, before)) || before < 0;
  const figure = /^(?:ratio|severity)$/.test(kindAt(scene, before)) && !asksWhether(scene);
  const named = figure || /^(?:growth|delta|difference|differences|(?:difference|change) in)$/i.test(textAt(scene, at));
  // "did the errors increase": a verb, unless what leads to it says otherwise.
  if (most.length === 0 && part.length === 0 && !named && !led) return null;
  const by = conceptAt(scene, before)?.kind === 'group' ? [before] : [];
  return {
    as: part.length > 0 ? 'part' : 'difference',
    falls,
    used: [at, ...part, ...most, ...by],
    most: most.length > 0,
  };
};

/** "grew the most", "by how much did errors increase". */
const verbAt = (scene: Scene, at: number): Said | null => {
  const good = scene.marks.some((_, index) => {
    const concept = conceptAt(scene, index);
    return concept?.kind === 'ratio' && concept.of === 'success';
  });
  const falls = FELL.test(textAt(scene, at)) || (good ? WORSE : BETTER).test(textAt(scene, at));
  if (!falls && !ROSE.test(textAt(scene, at)) && !(good ? BETTER : WORSE).test(textAt(scene, at))) return null;
  const next = at + 1;
  if (isMost(scene, next)) return { as: 'difference', falls, used: [at, next], most: true };
  const much = conceptsOf(scene, 'count').find((count) => count < at && /much/i.test(textAt(scene, count)));
  if (much === undefined) return null;
  const by = /^by$/i.test(textAt(scene, much - 1)) ? [much - 1] : [];
  return { as: 'difference', falls, used: [at, much, ...by], most: false };
};

/** "increased by more than 50 %": a bound of how much. */
const boundAt = (
  scene: Scene,
  at: number,
): { readonly said: Said; readonly op: CompareOp; readonly value: number } | null => {
  const falls = FELL.test(textAt(scene, at));
  if ((!falls && !ROSE.test(textAt(scene, at))) || !/^by$/i.test(textAt(scene, at + 1))) return null;
  const comparator = conceptAt(scene, at + 2);
  const amount = amountAt(scene, comparator?.kind === 'comparator' ? at + 3 : at + 2);
  if (amount === null) return null;
  const part = amount.unit === 'percent';
  const used = [at, at + 1, ...(comparator?.kind === 'comparator' ? [at + 2] : []), amount.at];
  const value = (part ? amount.value / 100 : amount.value) * (falls ? -1 : 1);
  const op = comparator?.kind === 'comparator' ? comparator.op : '>=';
  const turned: CompareOp = op.startsWith('>') ? (op === '>' ? '<' : '<=') : op;
  return { said: { as: part ? 'part' : 'difference', falls, used, most: false }, op: falls ? turned : op, value };
};

/** "errors today divided by errors yesterday", "today compared to yesterday as a ratio". */
export const isDividing = (scene: Scene, at: number): boolean =>
  /^divided$/i.test(textAt(scene, at)) ||
  (/^to$/i.test(textAt(scene, at)) && /^(?:the )?ratio$/i.test(textAt(scene, nextContent(scene, 0))));

const quotient = (scene: Scene): Said | null => {
  const divided = scene.marks.findIndex((_, at) => /^divided$/i.test(textAt(scene, at)));
  const ratio = scene.marks.findIndex((_, at) => /^(?:the )?ratio$/i.test(textAt(scene, at)));
  if (divided < 0 && ratio < 0) return null;
  const used = divided < 0 ? [ratio] : [divided, divided + 1];
  return { as: 'quotient', falls: false, used, most: false };
};

/** Whether the question asks how much something changed, which takes two ranges. */
export const saysChange = (scene: Scene): boolean =>
  scene.marks.some(
    (_, at) => (nounAt(scene, at) ?? verbAt(scene, at) ?? boundAt(scene, at)) !== null && !scene.taken.has(at),
  );

/** The groups whose change is ranked or bounded: "which service had …", "paths that grew …". */
const groupByHead = (scene: Scene, at: number, most: boolean): void => {
  const head = Array.from({ length: at }, (_, back) => at - 1 - back).find((index) => isGroupable(scene, index));
  const field = head === undefined ? null : fieldAt(scene, head);
  if (head === undefined || field === null) return;
  const one = most && isSingular(scene, head);
  take(scene, head);
  addKey(scene, field);
  if (one) scene.limit = 1;
};

const isAsked = (scene: Scene): boolean =>
  conceptAt(scene, 0)?.kind === 'which' || conceptAt(scene, 0)?.kind === 'list';

/** "which service had the biggest increase in errors since yesterday", "difference in errors between today and yesterday". */
export const changes = (scene: Scene): void => {
  if (scene.compared === null || scene.compared.metrics.length !== 2) return;
  for (const at of scene.marks.keys()) {
    const bound = boundAt(scene, at);
    const said = bound?.said ?? nounAt(scene, at) ?? verbAt(scene, at);
    if (said === null || scene.taken.has(at)) continue;
    if (said.most || bound !== null || isAsked(scene)) groupByHead(scene, Math.min(...said.used), said.most);
    ask(scene, said);
    if (bound !== null)
      scene.having.push({
        metric: bound.said.as === 'part' ? 'change_share' : 'change',
        op: bound.op,
        value: bound.value,
      });
    return;
  }
  const divided = quotient(scene);
  if (divided !== null) ask(scene, divided);
};

const POINTS = /^(?:percentage|percent|points?|pp)$/i;

const ask = (scene: Scene, { as, falls, used }: Said): void => {
  take(scene, ...used);
  // "in percentage points"
  const points = scene.marks.findIndex(({ text }) => /^(?:points?|percentage points?)$/i.test(text));
  if (points >= 0)
    take(
      scene,
      ...[points - 2, points - 1, points].filter(
        (at) => POINTS.test(textAt(scene, at)) || /^in$/i.test(textAt(scene, at)),
      ),
    );
  scene.change = { as, falls };
  if (falls) scene.order = { by: 'column', name: '', direction: 'asc' };
};
