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

/** "look at this user", where no user is named and nothing was asked before: which one is not said. */
export const pointsAtNothing = (scene: Scene): string | null => {
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
