/** What a product costs before any rule, by its kind, in cents. */
const PRICE_BOOK: Readonly<Record<string, number>> = {
  chair: 8_900,
  desk: 24_900,
  lamp: 4_500,
  mug: 1_200,
  notebook: 800,
  backpack: 6_900,
  bottle: 2_400,
  keyboard: 11_900,
  headphones: 14_900,
  jacket: 12_900,
};

const OTHERWISE_CENTS = 1_990;

/** The kind of a product is the last word of its name: a `Walnut Chair` is a chair. */
export const basePriceCents = (productName: string): number => {
  const kind = productName.trim().split(/\s+/).at(-1)?.toLowerCase() ?? '';
  return (Object.hasOwn(PRICE_BOOK, kind) ? PRICE_BOOK[kind] : undefined) ?? OTHERWISE_CENTS;
};
