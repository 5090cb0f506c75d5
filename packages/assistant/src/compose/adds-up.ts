import type { FieldRef } from '../ir/field-ref.ts';
import { isMoney } from './spoken-units.ts';

const last = (field: FieldRef): string => field.path.at(-1) ?? '';

/** What was charged, driven or sent: nobody asks for its average without saying so. */
export const isMoved = (field: FieldRef): boolean =>
  field.type === 'number' &&
  (/(?:sent|received|transferred|served)$/i.test(last(field)) ||
    /^(?!.*per).*(?:^|[._])(?:kwh|km)$/i.test(last(field)));

/** Sizes and amounts add up; a duration or a level does not. */
export const addsUp = (field: FieldRef): boolean =>
  isMoney(field) ||
  isMoved(field) ||
  /^(bytes|kb|mb|gb)$/.test(field.unit ?? '') ||
  /(amount|price|cost|revenue|spend|spent|total|bytes|items|quantity|qty|value)$/i.test(last(field));
