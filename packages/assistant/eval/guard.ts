/**
 * Holds the accepted queries of the sets against what a query of a model has to pass: how many right answers would be
 * refused. No model takes part.
 * Run: node packages/assistant/eval/guard.ts
 */
import { catalogIndex } from '../src/catalog/catalog-index.ts';
import { classifyQuestion, linkQuestion } from '../src/index.ts';
import { admitQuery } from '../src/model/guard/admit-query.ts';
import { groundingProblem } from '../src/model/guard/grounding.ts';
import { mendQuery } from '../src/model/mend/mend-query.ts';
import { type OpenWorld, openWorld } from './open-world.ts';
import type { EvalQuestion } from './questions/question.ts';
import { SETS } from './questions/sets.ts';
import { NOW_NANOS } from './worlds/seeded.ts';
import { WORLD_NAMES, WORLDS } from './worlds/worlds.ts';

/** Why none of the accepted queries would pass; null when one does. */
const refusal = ({ question, accept, before = [] }: EvalQuestion, { catalog }: OpenWorld): string | null => {
  const linked = linkQuestion(classifyQuestion(question), catalog, NOW_NANOS);
  const turns = before.map((earlier) => ({ question: earlier, query: '' }));
  let reason: string | null = null;
  for (const query of accept) {
    const admission = admitQuery(mendQuery(query, linked).text, catalogIndex(catalog), NOW_NANOS);
    if (admission.ok) reason = groundingProblem(admission.query.ast, linked, turns);
    else reason = admission.kind === 'policy' ? admission.message : (admission.diagnostics[0]?.message ?? 'wrong');
    if (reason === null) return null;
  }
  return reason;
};

const isAsked = ({ question, accept }: EvalQuestion): boolean =>
  accept.length > 0 && classifyQuestion(question).kind === 'language';

let asked = 0;
const refused: string[] = [];
for (const name of WORLD_NAMES) {
  const world = await openWorld(WORLDS[name]());
  try {
    const items = Object.values(SETS)
      .flat()
      .filter((item) => item.world === name && isAsked(item));
    asked += items.length;
    for (const item of items) {
      const reason = refusal(item, world);
      if (reason !== null) refused.push(`${name}: ${item.question}\n  ${item.accept[0]}\n  ${reason}`);
    }
  } finally {
    await world.close();
  }
}
for (const one of refused) console.log(one);
console.log(`${refused.length} of ${asked} right answers would be refused`);
