import { closest } from '@clearspan/text';

/** A zone as an offset from UTC, or by its name in the time zone database. */
export type Zone =
  | { readonly kind: 'offset'; readonly minutes: number; readonly abbreviation?: string }
  | { readonly kind: 'name'; readonly name: string };

export const UTC: Zone = { kind: 'offset', minutes: 0 };

/** Minutes from UTC of the zones that have a name of letters alone. */
export const ABBREVIATIONS: Readonly<Record<string, number>> = {
  UTC: 0,
  GMT: 0,
  Z: 0,
  WET: 0,
  WEST: 60,
  BST: 60,
  CET: 60,
  CEST: 120,
  EET: 120,
  EEST: 180,
  MSK: 180,
  IST: 330,
  JST: 540,
  KST: 540,
  EST: -300,
  EDT: -240,
  CST: -360,
  CDT: -300,
  MST: -420,
  MDT: -360,
  PST: -480,
  PDT: -420,
  AKST: -540,
  AKDT: -480,
  HST: -600,
};

/** `+01`, `+0130`, `+01:30`, an abbreviation or an IANA name; null when there is no such zone. */
export const parseZone = (text: string): Zone | null => {
  const offset = /^([+-])(\d{2})(?::?(\d{2}))?$/.exec(text);
  if (offset !== null) {
    const minutes = Number(offset[2]) * 60 + Number(offset[3] ?? '0');
    return minutes > 18 * 60 ? null : { kind: 'offset', minutes: offset[1] === '-' ? -minutes : minutes };
  }
  const known = Object.hasOwn(ABBREVIATIONS, text) ? ABBREVIATIONS[text] : undefined;
  if (known !== undefined) return { kind: 'offset', minutes: known, abbreviation: text === 'Z' ? 'UTC' : text };
  try {
    return { kind: 'name', name: new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone };
  } catch {
    return null;
  }
};

/** The zone that a text most likely means: `Berlin` is `Europe/Berlin`. Null when none is near. */
export const nearestZone = (text: string): string | null => {
  const names = Intl.supportedValuesOf('timeZone');
  const city = text.toLowerCase().replaceAll(' ', '_');
  return names.find((name) => name.toLowerCase().split('/').at(-1) === city) ?? closest(text, names);
};

/** `+01:30` or, without the colon, `+0130`. */
export const offsetText = (minutes: number, colon: boolean): string => {
  const size = Math.abs(minutes);
  const pair = (value: number): string => String(value).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${pair(Math.floor(size / 60))}${colon ? ':' : ''}${pair(size % 60)}`;
};

/** English-speaking places: each writes the abbreviations it knows, and offsets for the rest. */
const LOCALES = ['en-US', 'en-GB', 'en-CA', 'en-AU', 'en-NZ', 'en-ZA', 'en-IN'];
const WITHOUT: Readonly<Record<string, string>> = {
  'Asia/Hong_Kong': 'HKT',
  'Asia/Seoul': 'KST',
  'Asia/Shanghai': 'CST',
  'Asia/Tokyo': 'JST',
  'Europe/Moscow': 'MSK',
};
/** Any winter and summer: zones change their rules rarely and their abbreviations less. */
const SEASONS = [Date.UTC(2024, 0, 1), Date.UTC(2024, 6, 1)];

const abbreviationAt = (timeZone: string, millis: number): string | null => {
  const short = LOCALES.map((locale) =>
    new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'short' })
      .formatToParts(millis)
      .find(({ type }) => type === 'timeZoneName'),
  );
  return (
    short.find((part) => part !== undefined && /^[A-Z]{2,5}$/.test(part.value))?.value ?? WITHOUT[timeZone] ?? null
  );
};

const minutesAt = (timeZone: string, millis: number): number => {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' }).formatToParts(millis);
  const [, sign, hours = '0', minutes = '0'] =
    /([+-])(\d\d):(\d\d)/.exec(parts.find(({ type }) => type === 'timeZoneName')?.value ?? '') ?? [];
  return (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1);
};

/** The abbreviations of a zone by its offsets in minutes: `[[60, 'CET'], [120, 'CEST']]`. */
export const zoneAbbreviations = (name: string): readonly (readonly [minutes: number, text: string])[] =>
  SEASONS.flatMap((millis) => {
    const text = abbreviationAt(name, millis);
    return text === null ? [] : [[minutesAt(name, millis), text] as const];
  });
