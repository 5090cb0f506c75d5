import { conceptAt, fieldAt, markAt, namesField, type Scene } from '../compose/scene.ts';
import { sameField } from '../ir/field-ref.ts';

const THING = /^(?:service|app|user|path|region|host|version|operation)$/;
const LEADS = /^(?:preposition|list|text|edit|filler)$/;

const isNamed = (scene: Scene, at: number): boolean => {
  const field = fieldAt(scene, at);
  return scene.marks.some(
    ({ meaning }) =>
      (meaning.kind === 'value' && meaning.links.some((link) => field !== null && sameField(link.field, field))) ||
      (meaning.kind === 'literal' && /^(?:id|constraint|quoted|path)$/.test(meaning.token.kind)),
  );
};

const OF_BEFORE =
  /\b(?:that|this|the same) (?:thing|stuff|one|query|result|list|chart|view)(?: \w+){0,4} (?:before|earlier|previously|last time)(?: [?.!])*$/i;

/** "show me that thing from before", where nothing was asked before; null where anything else is said. */
const ofBefore = (scene: Scene): string | null => {
  const said = scene.marks.map(({ text }) => text).join(' ');
  const names = scene.marks.some(({ meaning }) => /^(?:value|field|message|literal)$/.test(meaning.kind));
  return names ? null : (OF_BEFORE.exec(said)?.[0] ?? null);
};

/** "show me that thing from the night shift": which of all that was then is not said. */
const THAT_THING =
  /^(?:(?:please|can you|could you|hey|ok) ,? ?)*(?:show me|show|find|find me|give me|open|get me|pull up|bring up) (that (?:thing|stuff|one))\b/i;

/** "is it bad?", where nothing was asked before: what it is of is not said. */
const OF_IT =
  /^(?:(?:so|and|but|ok|okay|well) ,? ?)?(?:is|was|are|were|isn't|wasn't) (?:it|this|that|they|these|those)((?: (?:very|so|really|too|that|still|getting|any|now|this|always|often|usually|all))* [a-z]+)(?: (?:today|now|again|at all))?(?: [?.!])*$/i;

/** "look at this user", where no user is named and nothing was asked before: which one is not said. */
export const pointsAtNothing = (scene: Scene): string | null => {
  const before = ofBefore(scene);
  if (before !== null) return before;
  const said = scene.marks.map(({ text }) => text).join(' ');
  const thing = THAT_THING.exec(said)?.[1];
  if (thing !== undefined) return thing;
  const ofIt = OF_IT.exec(said);
  if (ofIt !== null) return ofIt[0].replace(/(?: [?.!])+$/, '');
  for (const [at, mark] of scene.marks.entries()) {
    if (!namesField(scene, at) || mark.plural) continue;
    const before = markAt(scene, at - 1)?.text ?? '';
    const lead = conceptAt(scene, at - 2)?.kind;
    const points =
      /^this$/i.test(before) || (/^that$/i.test(before) && (at === 1 || (lead !== undefined && LEADS.test(lead))));
    const field = fieldAt(scene, at);
    const rest = scene.marks.slice(at + 1).map(({ text }) => text.toLowerCase());
    // "which user is this?"
    const isThis =
      /^(?:is|was) (?:this|that|it)(?: [?.!])*$/.test(rest.join(' ')) && conceptAt(scene, 0)?.kind === 'which';
    if (isThis && field !== null && !isNamed(scene, at)) return `${mark.text} ${rest.slice(0, 2).join(' ')}`;
    if (points && field !== null && THING.test(field.role ?? '') && !isNamed(scene, at))
      return `${before} ${mark.text}`;
  }
  return null;
};
