/** A zone as an offset from UTC, or by its name in the time zone database. */
export type Zone =
  | { readonly kind: 'offset'; readonly minutes: number }
  | { readonly kind: 'name'; readonly name: string };

export const UTC: Zone = { kind: 'offset', minutes: 0 };

const ABBREVIATIONS: Readonly<Record<string, number>> = {
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
  if (known !== undefined) return { kind: 'offset', minutes: known };
  try {
    return { kind: 'name', name: new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone };
  } catch {
    return null;
  }
};

/** `+01:30` or, without the colon, `+0130`. */
export const offsetText = (minutes: number, colon: boolean): string => {
  const size = Math.abs(minutes);
  const pair = (value: number): string => String(value).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${pair(Math.floor(size / 60))}${colon ? ':' : ''}${pair(size % 60)}`;
};
