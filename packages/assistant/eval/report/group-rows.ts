import type { AskedQuestion } from '../ask-sets.ts';
import { isRight, share } from '../figures/bars.ts';
import { reliability } from '../figures/reliability.ts';
import { SET_ROLES } from '../questions/sets.ts';
import { byRole, shareText } from './bar-rows.ts';
import type { Row } from './table.ts';

/** How many are right of each group, development beside held-out. */
export const groupRows = (
  title: string,
  asked: readonly AskedQuestion[],
  key: (one: AskedQuestion) => string,
): readonly Row[] => {
  const groups = byRole(asked);
  const names = [...new Set(asked.map(key))].toSorted();
  const cell = (name: string) => (role: (typeof SET_ROLES)[number]) =>
    shareText(
      share(
        groups[role].filter((one) => key(one) === name),
        isRight,
      ),
    );
  return [[title, ...SET_ROLES], ...names.map((name) => [name, ...SET_ROLES.map(cell(name))])];
};

/** Whether a confidence of 0.9 is right nine times of ten. */
export const reliabilityRows = (asked: readonly AskedQuestion[]): readonly Row[] =>
  SET_ROLES.flatMap((role) =>
    reliability(byRole(asked)[role]).map(({ from, to, meanConfidence, right }) => [
      `${role}, ${from} to ${to}`,
      meanConfidence.toFixed(2),
      shareText(right),
    ]),
  );
