/** A text as a part of a regular expression that finds it as it is written, whatever signs it has. */
export const asWritten = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
