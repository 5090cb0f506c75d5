import { valuePattern } from '../../catalog/value-pattern.ts';
import { fieldText } from '../../ir/field-ref.ts';
import type { Pred } from '../../ir/query-ir.ts';
import type { ValueLink } from '../../link/mark.ts';
import { joinedForm, nameWords, wordForm } from '../../tokens/normal-form.ts';
import { isNegated } from '../negation.ts';
import { addPred, assume, conceptAt, isGap, linksAt, markAt, nextContent, type Scene, take } from '../scene.ts';

/** `p-40017`, `ord-79837`: which one it is, by a number. No version and no host. */
const isId = (value: string): boolean => valuePattern(value) !== null && !/^v?\d+(\.\d+)+/.test(value);

const isNumberWord = (text: string): boolean => /^(id|ids|number|no|nr|#|:|=|called|named)$/i.test(text);

/** The words of the whole name of a field, each in one form: `playerId` has player and id. */
const wordsOfField = ({ field }: ValueLink): readonly string[] => field.path.flatMap(nameWords).map(wordForm);

/** The noun right before an id that its field is of: "order ord-79837" where that is an `order_id`; -1 without one. */
const nounBefore = (scene: Scene, at: number, links: readonly ValueLink[]): number => {
  for (let before = at - 1; before >= Math.max(0, at - 3); before--) {
    const text = markAt(scene, before)?.text ?? '';
    const words = nameWords(text).map(wordForm);
    if (words.length > 0 && links.some((link) => words.every((word) => wordsOfField(link).includes(word))))
      return isNumberWord(text) ? -1 : before;
    if (!isNumberWord(text) && !(isGap(scene, before) && /^(the|with|of)$/i.test(text))) break;
  }
  return -1;
};

/** Fields that are one thing in several spellings: `playerId`, `player_id`, `player.id`. */
const isOneThing = (links: readonly ValueLink[]): boolean =>
  new Set(links.map(({ field }) => joinedForm(field.path.join('.')))).size === 1;

/** Whether the question has the very name of one of the fields, as nobody says it by chance: "player_id p-40017". */
const isSpelled = (links: readonly ValueLink[], text: string): boolean =>
  /[_.]|[a-z][A-Z]/.test(text) && links.some(({ field }) => field.path.join('.') === text);

/**
 * "what happened to order ord-79837", "errors of player p-40017": the noun before an id says which thing it is and nothing
 * more. Where services spell the field of it each in their own way,
 * and it is not known which do, the id is looked for in all of a record.
 */
export const thingsById = (scene: Scene): void => {
  for (const [at, mark] of scene.marks.entries()) {
    const links = linksAt(scene, at);
    const [best] = links;
    if (best === undefined || scene.taken.has(at) || !isId(best.value)) continue;
    const noun = nounBefore(scene, at, links);
    const label = markAt(scene, noun);
    // Where it is known which services have which of them, each is asked by its name.
    const isKnown = links.every(({ field }) => scene.data.services.has(fieldText(field)));
    const several = links.length > 1 && isOneThing(links) && !isKnown && !isSpelled(links, label?.text ?? '');
    const names = label?.meaning.kind === 'field' || label?.meaning.kind === 'concept';
    if (noun >= 0 && (several || !names)) {
      take(scene, noun);
      for (let between = noun + 1; between < at; between++) take(scene, between);
    }
    if (!several) continue;
    take(scene, at);
    // "everything about p-40017", "mentioning p-40017"
    const cue = nextContent(scene, (noun >= 0 ? noun : at) - 1, -1);
    if (conceptAt(scene, cue)?.kind === 'text') take(scene, cue);
    scene.valueScores.push(best.score);
    assume(scene, `${mark.text} is searched in all fields, for several may hold it`);
    const pred: Pred = { kind: 'text', field: null, mode: 'phrase', text: best.value };
    addPred(scene, 'value', isNegated(scene, at) ? { kind: 'not', pred } : pred, at);
  }
};
