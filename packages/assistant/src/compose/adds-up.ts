import type { FieldRef } from '../ir/field-ref.ts';
import { isMoney } from './spoken-units.ts';

const last = (field: FieldRef): string => field.path.at(-1) ?? '';

/** What was charged, driven or sent: nobody asks for its average without saying so. */
export const isMoved = (field: FieldRef): boolean =>
  field.type === 'number' &&
  (/(?:sent|received|transferred|served)$/i.test(last(field)) ||
    /^(?!.*per).*(?:^|[._])(?:kwh|km)$/i.test(last(field)));

const GOODS = /(?:^|[^a-z])(?:pieces|units|parts|articles|copies|boxes|bottles|pallets|cartons|bags|nights|portions)$/;

/** How many pieces a record is about: `scrap.pieces` add up to all that were scrapped. */
export const isTally = (field: FieldRef): boolean =>
  field.type === 'number' &&
  field.role === null &&
  GOODS.test(
    last(field)
      .replace(/([a-z])([A-Z])/g, '$1 $2')
      .toLowerCase(),
  );

/** Sizes and amounts add up; a duration or a level does not. */
export const addsUp = (field: FieldRef): boolean =>
  isMoney(field) ||
  isMoved(field) ||
  isTally(field) ||
  /^(bytes|kb|mb|gb)$/.test(field.unit ?? '') ||
  /(amount|price|cost|revenue|spend|spent|total|bytes|items|quantity|qty|value)$/i.test(last(field));
