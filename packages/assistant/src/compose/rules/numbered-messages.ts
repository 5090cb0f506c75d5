import { GAP, isDeed, messageTokens } from '../../catalog/vocabulary.ts';
import { type FieldRef, sameField } from '../../ir/field-ref.ts';
import { wordForm } from '../../tokens/normal-form.ts';
import type { Scene } from '../scene.ts';

/** A number that stands in messages of one kind. */
export interface NumberedMessage {
  readonly field: FieldRef;
  /** What is looked for in messages of this kind; where little stands before the number, what stands after it too. */
  readonly phrase: string;
  readonly pattern: string;
  /** What the number counts, or its unit, and the key it is read into. */
  readonly called: string;
  /** It is called by the word before it: "attempt 3". */
  readonly led: boolean;
  /** The stems of the words around it. */
  readonly stems: readonly string[];
}

/** What a regular expression takes as it stands. */
const PLAIN = /^[\w ,:=-]{2,60}$/;
const KEY = /^[a-z]\w*$/;
const LINKS =
  /^(?:of|in|on|at|to|for|from|and|or|with|by|after|before|within|per|not|no|did|is|are|was|were|has|have|an?|the|until|since|left|over|that|than)$/;
const stemCharsMin = 3;
const FIGURE = String.raw`\d+(?:\.\d+)?`;

/** A word without its ending: "wait" is said by "waited", short as it is. */
export const stemWord = (word: string): string => {
  const form = wordForm(word.toLowerCase());
  const stem = form.replace(/(?:ions?|ments?|ings?|ed|als?|es|s|e)$/, '');
  return stem.length >= stemCharsMin ? stem : form;
};

const trimmed = (text: string): string => text.replace(/^[\s,:=-]+|[\s,:=-]+$/g, '');

const contentOf = (text: string): readonly string[] =>
  messageTokens(text).filter((word) => /^[a-z]{2,}$/.test(word) && !LINKS.test(word));

const read = (field: FieldRef, template: string, before: string, after: string): NumberedMessage | null => {
  const [next = ''] = /^[a-z]+/i.exec(after) ?? [];
  const noun = next.toLowerCase();
  const last = messageTokens(before).at(-1) ?? '';
  const led = noun === '' || LINKS.test(noun) || isDeed(noun);
  const called = led ? last : noun;
  if (!KEY.test(called) || LINKS.test(called)) return null;
  const stems = contentOf(template.replaceAll(GAP, ' '))
    .filter((word) => word !== called)
    .map(stemWord);
  const leads = contentOf(before).length > 0;
  const said = (leads ? before : after).trim();
  if (!PLAIN.test(said) || stems.length === 0) return null;
  const number = `(?<${called}>${FIGURE})`;
  return {
    field,
    phrase:
      contentOf(before).length === 1 && PLAIN.test(after) && / /.test(after)
        ? `${trimmed(said)} ${GAP} ${trimmed(after)}`
        : trimmed(said),
    pattern: leads ? `${said}\\s*${number}` : `${number}\\s*${said}`,
    called,
    led,
    stems,
  };
};

/** Each number of a template that stands by itself, and is no part of a name such as `m-<*>`. */
const numbersOf = (field: FieldRef, template: string): readonly NumberedMessage[] => {
  const parts = template.split(GAP);
  return parts.slice(1).flatMap((rest, at) => {
    const before = parts[at] ?? '';
    const apart = (before === '' || /[\s:=]$/.test(before)) && (rest === '' || /^[\s,.;]/.test(rest));
    const found = apart ? read(field, template, before.trimStart(), rest.trim()) : null;
    return found === null ? [] : [found];
  });
};

const readAll = (data: Scene['data']): readonly NumberedMessage[] =>
  data.messages
    .filter(({ aside }) => !aside)
    .flatMap(({ field }) => {
      const source = data.fields.find((entry) => sameField(entry.ref, field))?.source;
      const samples = [...(source?.values ?? []).map(({ value }) => value), ...(source?.examples ?? [])];
      const templates = [
        ...(source?.patterns ?? []).map(({ pattern }) => pattern),
        ...samples.map((sample) => sample.replace(/(?<![\w.-])\d+(?:\.\d+)?(?![\w.-]*\w)/g, GAP)),
      ];
      return [...new Set(templates)].flatMap((template) => numbersOf(field, template));
    });

const cache = new WeakMap<Scene['data']['messages'], readonly NumberedMessage[]>();

/** The numbers that the known kinds of messages have, read once for each catalog. */
export const numberedMessages = ({ data }: Scene): readonly NumberedMessage[] => {
  const known = cache.get(data.messages);
  if (known !== undefined) return known;
  const messages = readAll(data);
  cache.set(data.messages, messages);
  return messages;
};
