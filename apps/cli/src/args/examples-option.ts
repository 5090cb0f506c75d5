import { didYouMean } from './did-you-mean.ts';
import { usageError } from './usage-error.ts';

/** Systems that can be started beside this one, to have something to look at. */
const EXAMPLES = ['storefront'] as const;
export type ExampleName = (typeof EXAMPLES)[number];

/** Named in the documentation, and not here yet. */
const LATER: readonly string[] = ['campaigns', 'bot'];

/** The example systems that `--with` names, each once. */
export const readExamples = (text: string | undefined): readonly ExampleName[] => {
  if (text === undefined) return [];
  const wanted = text.split(',').map((part) => part.trim());
  for (const name of wanted) {
    if (LATER.includes(name)) throw usageError(`--with: \`${name}\` is not in this version`, 'up');
    if (!EXAMPLES.some((known) => known === name))
      throw usageError(
        `unknown example system \`${name}\`${didYouMean(name, EXAMPLES)}; known are ${EXAMPLES.join(', ')}`,
        'up',
      );
  }
  return EXAMPLES.filter((name) => wanted.includes(name));
};
