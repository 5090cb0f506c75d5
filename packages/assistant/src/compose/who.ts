import { conceptAt, conceptsOf, namesField, type Scene } from './scene.ts';

/** "who had the most errors": joined to a verb the word asks all the same, where nothing before it is what had them. */
const asksWhoHad = (scene: Scene): readonly number[] => {
  const at = scene.marks.findIndex((mark) => /^who (had|have|has)$/i.test(mark.text));
  const before = scene.marks.some(
    (_, index) => index < at && (namesField(scene, index) || conceptAt(scene, index)?.kind === 'entity'),
  );
  return at < 0 || before || conceptAt(scene, at)?.kind === 'who' ? [] : [at];
};

/** "whose requests are slowest", "whose login failed": at the beginning it asks for the person. */
const asksWhose = (scene: Scene): readonly number[] => (/^whose$/i.test(scene.marks[0]?.text ?? '') ? [0] : []);

/** Where somebody is asked for: "who", "who had". */
export const whosAt = (scene: Scene): readonly number[] => [
  ...conceptsOf(scene, 'who'),
  ...asksWhoHad(scene),
  ...asksWhose(scene),
];
