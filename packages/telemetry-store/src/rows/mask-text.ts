/** What a pattern shows in place of what differs. */
export const ANY = '<*>';

/** The words that a template masks, as `templateIdOf` does: those that hold a digit. */
const VARYING = /[0-9A-Za-z_\u0080-\uffff]*[0-9][0-9A-Za-z_\u0080-\uffff]*/g;

/** The same for the engine. */
export const VARYING_RE2 = '[0-9A-Za-z_\\x{80}-\\x{10ffff}]*[0-9][0-9A-Za-z_\\x{80}-\\x{10ffff}]*';

/** The text of a template. */
export const maskText = (text: string): string => text.replace(VARYING, ANY);
