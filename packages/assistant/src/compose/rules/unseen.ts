import { listsAll } from '../../catalog/lists-all.ts';
import { sameField } from '../../ir/field-ref.ts';
import type { Pred } from '../../ir/query-ir.ts';
import { isResourceUse } from '../../lexicon/resources.ts';
import { conceptAt, linksAt, markAt, type Scene } from '../scene.ts';

/** Roles whose values are names and ids: of a status or a method that did not occur, none is an answer. */
const NAMED_THINGS = /^(version|user|host|service|app|region|path)$/;

const textsOf = (pred: Pred): readonly string[] => {
  if (pred.kind === 'compare') return pred.op === '==' && pred.value.kind === 'text' ? [pred.value.value] : [];
  return pred.kind === 'in' ? pred.values.flatMap((value) => (value.kind === 'text' ? [value.value] : [])) : [];
};

/**
 * "what did version 1.9.0 log", "errors of u-0999": a name that looks like one of a field but is none of its values,
 * where all of them are known. That nothing was found would say that it was quiet, not that there is no such thing.
 */
export const unseenNames = (scene: Scene): void => {
  for (const { source, pred, at } of scene.preds) {
    const field = 'field' in pred ? pred.field : null;
    const entry = scene.data.fields.find(({ ref }) => field !== null && sameField(ref, field));
    if (entry === undefined || !NAMED_THINGS.test(field?.role ?? '') || !listsAll(entry)) continue;
    if (source !== 'value' && source !== 'id') continue;
    const mark = markAt(scene, at);
    const isLiteral = mark?.meaning.kind === 'literal' && mark.meaning.token.kind === 'constraint';
    const unseen = textsOf(pred).find((text) => !entry.source.values.some(({ value }) => value === text));
    if (unseen !== undefined && !isLiteral) scene.missing.push({ word: unseen, slot: 'filter' });
  }
};

/** "payment method", "delivery method": a method of something else than of a request. */
export const otherMethods = (scene: Scene): void => {
  for (const [at, mark] of scene.marks.entries()) {
    const concept = conceptAt(scene, at);
    const before = markAt(scene, at - 1);
    const isNoun =
      /^(?:value|unknown|message)$/.test(before?.meaning.kind ?? '') && /^\p{Ll}{3,}$/u.test(before?.text ?? '');
    const ofRequests =
      linksAt(scene, at - 1)[0]?.field.role === 'method' || /^(?:http|request|rest|api|call)$/.test(before?.text ?? '');
    if (concept?.kind === 'role' && concept.role === 'method' && isNoun && !ofRequests)
      scene.missing.push({ word: `${before?.text} ${mark.text}`, slot: 'group' });
  }
};

/** "cpu load of ledger-2": what is asked for is not in the data, and its records are no answer. */
export const resourceUses = (scene: Scene): void => {
  for (const [at, { meaning, text }] of scene.marks.entries())
    if (meaning.kind === 'unknown' && isResourceUse(text) && !scene.taken.has(at))
      scene.missing.push({ word: text, slot: 'metric' });
};
