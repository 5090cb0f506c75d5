import type { Bundle, BundleFinding, BundlePart } from '@clearspan/contracts';
import { type InterpretInput, interpret } from '../../src/index.ts';

/** The bundle of a question; throws where it gets none. */
export const bundleOf = (question: string, input: InterpretInput): Bundle => {
  const got = interpret(question, input);
  if (got.kind !== 'clarify' || got.bundle === undefined)
    throw new Error(`expected a bundle for "${question}", found ${got.kind}`);
  return got.bundle;
};

export const partOf = (bundle: Bundle, id: string): BundlePart => {
  const part = bundle.parts.find((one) => one.id === id);
  if (part === undefined) throw new Error(`no part ${id} in ${bundle.parts.map((one) => one.id).join(', ')}`);
  return part;
};

export const findingOf = (bundle: Bundle, id: string): BundleFinding => {
  const { finding, error } = partOf(bundle, id);
  if (finding === undefined) throw new Error(`no finding of ${id}: ${error?.message}`);
  return finding;
};
