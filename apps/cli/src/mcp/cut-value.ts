/** Characters that are left for a value; each part of it takes some. */
export interface Room {
  chars: number;
}

const DEPTH_MAX = 16;
/** What a number, a key's punctuation or the like takes, about. */
const TOKEN_CHARS = 6;

const cutText = (text: string, room: Room, textCharsMax: number): string => {
  const taken = Math.max(0, Math.min(text.length, textCharsMax, room.chars));
  room.chars -= taken;
  if (taken === text.length) return text;
  return `${text.slice(0, taken).toWellFormed()}… (${text.length - taken} more characters)`;
};

/** A value of JSON, cut to the room there is. What is left out is counted where it stood. */
export const cutValue = (value: unknown, room: Room, textCharsMax: number, depth = 0): unknown => {
  if (typeof value === 'string') return cutText(value, room, textCharsMax);
  if (typeof value !== 'object' || value === null) {
    room.chars -= TOKEN_CHARS;
    return value;
  }
  if (depth === DEPTH_MAX) return '… (nested deeper)';
  const within = (inner: unknown): unknown => cutValue(inner, room, textCharsMax, depth + 1);
  if (Array.isArray(value)) {
    const kept: unknown[] = [];
    for (const item of value) {
      if (room.chars <= 0) break;
      kept.push(within(item));
    }
    return kept.length === value.length ? kept : [...kept, `… (${value.length - kept.length} more)`];
  }
  const entries = Object.entries(value);
  const kept: [string, unknown][] = [];
  for (const [key, inner] of entries) {
    if (room.chars <= 0) break;
    room.chars -= key.length + TOKEN_CHARS;
    kept.push([key, within(inner)]);
  }
  if (kept.length < entries.length) kept.push(['…', `${entries.length - kept.length} more keys`]);
  return Object.fromEntries(kept);
};
