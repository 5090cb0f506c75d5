/** What a product costs before any rule, by its kind, in cents. */
const PRICE_BOOK: Readonly<Record<string, number>> = {
  backpack: 6_900,
  basket: 2_900,
  blanket: 4_900,
  bottle: 2_400,
  bowl: 1_800,
  chair: 8_900,
  cup: 1_200,
  hat: 2_500,
  jacket: 12_900,
  kettle: 5_400,
  lamp: 4_500,
  mat: 1_900,
  notebook: 800,
  pan: 4_200,
  pillow: 2_200,
  scarf: 2_700,
  shelf: 7_900,
  stool: 5_900,
  table: 24_900,
  vase: 3_100,
};

const OTHERWISE_CENTS = 1_990;

/** The kind of a product is the last word of its name: a `Walnut Chair` is a chair. */
export const basePriceCents = (productName: string): number => {
  const kind = productName.trim().split(/\s+/).at(-1)?.toLowerCase() ?? '';
  return (Object.hasOwn(PRICE_BOOK, kind) ? PRICE_BOOK[kind] : undefined) ?? OTHERWISE_CENTS;
};
