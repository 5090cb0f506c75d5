const TEXT_CHARS_MAX = 80;

/** A header of the client in a message: short, and nothing that could break a line. */
export const shown = (text: string): string =>
  text === '' ? 'none' : `\`${text.slice(0, TEXT_CHARS_MAX).replace(/[^ -~]/g, '?')}\``;
