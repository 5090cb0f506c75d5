import { startsWithPath } from '../check/path.ts';
import { quote } from '../lex/escapes.ts';
import { isIdentifier } from '../lex/identifier.ts';
import { typeName } from '../types/type.ts';
import type { CompletionItem } from './completion.ts';
import type { KeyPlace } from './key-place.ts';
import type { KnownKey } from './known-keys.ts';
import { offer } from './offer.ts';

/** The keys behind a written base: `.a`, `['b.c']`. */
const tailText = (path: KnownKey['path'], from: number): string => {
  let text = '';
  for (const key of path.slice(from)) {
    if (typeof key === 'number') text += `[${key}]`;
    else if (!isIdentifier(key)) text += `[${quote(key)}]`;
    else text += `.${key}`;
  }
  return text;
};

const PARAMETERS = ['startTime', 'endTime', 'suggestedInterval'] as const;

const offerParameters = (typed: string, { base, written }: KeyPlace): readonly (CompletionItem | null)[] => {
  const [first] = base;
  if (base.length > 1 || (first !== undefined && first !== 'timeRange')) return [];
  return PARAMETERS.map((name) => {
    const tail = first === undefined ? `timeRange.${name}` : name;
    const detail = name === 'suggestedInterval' ? 'interval' : 'timestamp';
    return offer(typed, 10, { kind: 'parameter', label: `${written}.${tail}`, match: tail, detail });
  });
};

const detailOf = ({ type, doc }: KnownKey): string =>
  [type === null ? '' : typeName(type), doc].filter((part) => part !== '').join(': ');

/** Keys that go on from what is written of a keypath. `typed` is the key that is begun. */
export const offerKeys = (
  typed: string,
  place: KeyPlace,
  keys: readonly KnownKey[],
): readonly (CompletionItem | null)[] => {
  const { base, written, root } = place;
  const begun = typed === written ? '' : typed;
  if (root === 'p') return offerParameters(begun, place);
  if (written === '')
    return keys.map((key) => offer(begun, 15, { kind: 'key', label: key.text, detail: detailOf(key) }));
  const from = root ?? 'd';
  return keys
    .filter((key) => key.root === from && key.path.length > base.length && startsWithPath(key.path, base))
    .map((key) => {
      const tail = tailText(key.path, base.length);
      const match = tail.replace(/^(?:\.|\[')/, '');
      return offer(begun, 15, { kind: 'key', label: `${written}${tail}`, match, detail: detailOf(key) });
    });
};
