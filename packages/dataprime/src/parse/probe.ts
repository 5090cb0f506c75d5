/**
 * Stands in the place of a word that is still to be written, so that the parser itself says what belongs there. Nothing
 * is spelled like it.
 */
export const PROBE = 'qzqzqzqzqzqzqz';
