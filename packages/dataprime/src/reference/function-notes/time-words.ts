/** Words that several functions of time share. */
export const TIME_UNITS =
  "a unit: `'day'`, `'hour'`, `'minute'`, `'second'`, `'milli'`, `'micro'`, `'nano'`, their plurals, or `'d'`, `'h'`, `'m'`, `'s'`, `'ms'`, `'us'`, `'ns'`";

export const ZONE =
  "a time zone: an offset (`'+02:00'`, `'+0200'`, `'+02'`), a name (`'Europe/Berlin'`) or an abbreviation (`'CET'`); UTC where left out";
