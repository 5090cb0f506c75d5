import type { Attributes } from '@opentelemetry/api';
import { AddAttributeDecision, cleanAttributes, maybeAddAttribute } from '@opentelemetry/core';

/** Bounds of what a span or a log record may carry. */
export const ATTRIBUTE_LIMITS = { attributeValueLengthLimit: 16_384, attributeCountLimit: 128 } as const;

const { attributeCountLimit, attributeValueLengthLimit } = ATTRIBUTE_LIMITS;

/** Needs no look at its inside, and is kept as it is. */
const isPlain = (value: unknown): boolean =>
  typeof value === 'string'
    ? value.length <= attributeValueLengthLimit
    : typeof value === 'number' || typeof value === 'boolean';

export interface KeptAttributes {
  readonly attributes: Attributes;
  readonly count: number;
  readonly dropped: number;
}

/** How many attributes there are, where all are few and plain; null where they need a closer look. */
const plainCount = (attributes: Attributes): number | null => {
  let count = 0;
  for (const key in attributes) {
    if (key === '' || !isPlain(attributes[key])) return null;
    count += 1;
  }
  return count <= attributeCountLimit ? count : null;
};

/**
 * Attributes within the limits. Nearly all are few and plain, and these are looked at and given back as they are; the
 * library makes a copy of the others, in a tenth of the speed.
 */
export const keptAttributes = (attributes: Attributes): KeptAttributes => {
  const count = plainCount(attributes);
  if (count !== null) return { attributes, count, dropped: 0 };
  const { attributes: cleaned = {}, droppedAttributesCount: dropped = 0 } = cleanAttributes(
    attributes,
    ATTRIBUTE_LIMITS,
  );
  return { attributes: cleaned, count: Object.keys(cleaned).length, dropped };
};

/** Puts one more attribute to `count` others: 1 when it is new, 0 when it is not, -1 when there is no room for it. */
export const putAttribute = (attributes: Attributes, count: number, key: string, value: Attributes[string]): number => {
  if (isPlain(value) && key !== '') {
    if (Object.hasOwn(attributes, key)) {
      attributes[key] = value;
      return 0;
    }
    if (count >= attributeCountLimit) return -1;
    attributes[key] = value;
    return 1;
  }
  const decision = maybeAddAttribute({
    key,
    value,
    attributes,
    limits: ATTRIBUTE_LIMITS,
    currentAttributesCount: count,
  });
  if (decision === AddAttributeDecision.DROP_LIMIT_REACHED) return -1;
  return decision === AddAttributeDecision.ADD_NEW ? 1 : 0;
};
