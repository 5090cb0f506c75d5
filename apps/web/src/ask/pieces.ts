/** A run of a text with one class; `kind` is null between classes. */
export interface Piece {
  readonly start: number;
  readonly text: string;
  readonly kind: string | null;
}

/** The whole text in order, cut at the classes' ends; classes that overlap an earlier one are left out. */
export const pieces = (
  text: string,
  classes: readonly { readonly start: number; readonly end: number; readonly kind: string }[],
): readonly Piece[] => {
  const found: Piece[] = [];
  let at = 0;
  for (const { start, end, kind } of classes) {
    if (start < at || end <= start) continue;
    if (start > at) found.push({ start: at, text: text.slice(at, start), kind: null });
    found.push({ start, text: text.slice(start, end), kind });
    at = end;
  }
  if (at < text.length) found.push({ start: at, text: text.slice(at), kind: null });
  return found;
};
