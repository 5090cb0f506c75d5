import type { Reading } from '../compose/compose.ts';
import type { Pred, QueryIR } from '../ir/query-ir.ts';

const textsIn = (pred: Pred): readonly string[] => {
  if (pred.kind === 'text') return [pred.text];
  if (pred.kind === 'not') return textsIn(pred.pred);
  return pred.kind === 'and' || pred.kind === 'or' ? pred.preds.flatMap(textsIn) : [];
};

/** What was assumed of a text that is still looked for: "sign-ins" are "signed in" of the next question too. */
export const stillAssumed = ({ scene }: Reading, { where }: QueryIR): readonly string[] => {
  const texts = where.flatMap(textsIn);
  return scene.assumptions.filter((told) =>
    texts.some((text) => told.startsWith(`"${text}" is searched`) || told.endsWith(`are those told by "${text}"`)),
  );
};
