import { conceptAt, conceptsOf, fieldAt, namesField, nextContent, roleField, type Scene, take } from '../scene.ts';
import { addKey } from './groups.ts';

const WITH = /^(?:with|and|,)$/i;
const EACH = /^(each|every|per|for each|for every|of each|of every|one of each|one (?:log|line|record) per)$/i;

/** "an example of a 503" is one record, "a few examples of 503s" are such records. */
const fewOf = (scene: Scene, at: number): void => {
  const several = /^(?:few|couple|several|some)$/i;
  const before = [at - 1, at - 2, at - 3].filter((index) => several.test(scene.marks[index]?.text ?? ''));
  const next = nextContent(scene, at + 1);
  const plural = scene.marks[at]?.plural === true || /examples|samples/i.test(scene.marks[at]?.text ?? '');
  const isOne = /^(?:an?|one) |^(?:example|sample) of$/i.test(scene.marks[at]?.text ?? '');
  take(scene, at, ...before);
  if (!plural && isOne && before.length === 0 && scene.marks[next]?.plural !== true) scene.limit ??= 1;
};

/** "the distinct kinds with one example message each": of each of those that are listed before; -1 where none are. */
const listedBefore = (scene: Scene, at: number, each: number): number => {
  const head = nextContent(scene, at - 1, -1, (index) => WITH.test(scene.marks[index]?.text ?? ''));
  const ends = scene.marks.slice(each + 1).every(({ meaning }) => /^(?:punctuation|time)$/.test(meaning.kind));
  if (!ends || !namesField(scene, head) || scene.taken.has(head) || scene.marks[head]?.plural !== true) return -1;
  const said = scene.marks.flatMap((_, index) =>
    (index < head && /^(?:distinct|list)$/.test(conceptAt(scene, index)?.kind ?? '')) || (index > at && index < each)
      ? [index]
      : [],
  );
  take(scene, ...said);
  return head;
};

/** "one example of each error message", "a sample error per service": the newest record of each. */
export const samples = (scene: Scene): void => {
  const time = roleField(scene, 'timestamp');
  for (const at of conceptsOf(scene, 'sample')) {
    if (scene.taken.has(at) || time === null) continue;
    const each = scene.marks.findIndex((mark, index) => index >= at && EACH.test(mark.text));
    if (each < 0) {
      fewOf(scene, at);
      continue;
    }
    take(scene, at, each);
    const behind = nextContent(scene, each + 1, 1, (index) => conceptAt(scene, index)?.kind === 'severity');
    const next = namesField(scene, behind) ? behind : listedBefore(scene, at, each);
    const named = namesField(scene, next) ? fieldAt(scene, next) : null;
    // "each error" differs from the next by its message.
    const field = named ?? roleField(scene, 'message');
    if (scene.keys.length === 0) {
      if (field === null) continue;
      if (named !== null) take(scene, next);
      addKey(scene, field);
    }
    scene.order = { by: 'field', field: time, direction: 'desc' };
    scene.perGroup = 1;
  }
};
