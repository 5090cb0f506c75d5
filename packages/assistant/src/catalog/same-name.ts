import { nameWords } from '../tokens/normal-form.ts';

/** Words that say nothing of what they are of: `match.id` is another thing than `id`. */
const GENERIC = /^ (?:id|name|type|status|state|code|value|key|count|size|time|version|number)$/;

const wordsOf = (path: readonly string[]): string => ` ${path.flatMap(nameWords).join(' ')}`;

/** `playerId`, `player_id` and `player.id` are one name; so are `country` and `player.country`. */
export const isSameName = (a: readonly string[], b: readonly string[]): boolean => {
  const [one, two] = [wordsOf(a), wordsOf(b)];
  if (one === two) return true;
  return (one.endsWith(two) && !GENERIC.test(two)) || (two.endsWith(one) && !GENERIC.test(one));
};
