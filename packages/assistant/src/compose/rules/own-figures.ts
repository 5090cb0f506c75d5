import type { Scene } from '../scene.ts';
import { averageOfOne } from './average-of-one.ts';
import { figureBounds } from './figure-bounds.ts';
import { figureTold, flagTold } from './figure-told.ts';
import { headsTold } from './heads-told.ts';
import { howLongThings } from './how-long-things.ts';

/** What is asked of the numbers and flags that a thing has of its own: before a word of it is looked for in messages. */
export const ownFigures = (scene: Scene): void => {
  howLongThings(scene);
  averageOfOne(scene);
  headsTold(scene);
  figureTold(scene);
  flagTold(scene);
  figureBounds(scene);
};
