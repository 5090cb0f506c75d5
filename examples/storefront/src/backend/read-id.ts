const ID_MAX = Number.MAX_SAFE_INTEGER;
const SHOWN_CHARS_MAX = 40;

export type ReadId = { readonly ok: true; readonly id: number } | { readonly ok: false; readonly message: string };

/** The id that a path names, or what is expected in its place. */
export const readId = (what: 'user' | 'product', text: string): ReadId => {
  const id = /^[1-9]\d{0,15}$/.test(text) ? Number(text) : Number.NaN;
  if (id <= ID_MAX) return { ok: true, id };
  const found = text.length > SHOWN_CHARS_MAX ? `${text.slice(0, SHOWN_CHARS_MAX)}…` : text;
  return {
    ok: false,
    message: `${what} id: expected a whole number from 1 to ${ID_MAX}, found ${JSON.stringify(found)}`,
  };
};
