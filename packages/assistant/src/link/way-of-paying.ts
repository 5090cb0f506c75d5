import type { CatalogIndex } from '../catalog/catalog-index.ts';
import { nameWords } from '../tokens/normal-form.ts';
import type { Token } from '../tokens/token.ts';
import type { FieldLink } from './mark.ts';
import type { Piece } from './piece.ts';

const PAYMENT = /^(?:payment|pay|paying|billing)$/;
const WAY = /^(?:method|type|mode|kind|way|channel)$/;
const MONEY = /^(?:amount|price|total|cost|fee|eur|usd|gbp|cents)$/i;
const HTTP = /^(?:http|rpc|request)$/i;

const pathOf = ({ field }: FieldLink): readonly string[] => field.path.filter((part) => part !== 'tags');

/**
 * "per payment method" is the `method` that stands beside an amount, `fee.method` of `fee.amount`, where nothing has the
 * whole name: how people paid, and no method of requests.
 */
export const wayOfPaying = (tokens: readonly Token[], at: number, index: CatalogIndex): Piece | null => {
  const [payment, way] = [tokens[at], tokens[at + 1]];
  if (payment?.kind !== 'word' || way?.kind !== 'word' || !PAYMENT.test(payment.norm) || !WAY.test(way.norm))
    return null;
  if (index.fieldNames.has(`${payment.norm}${way.norm}`) || index.nameEnds.has(`${payment.norm}${way.norm}`))
    return null;
  const links = (['logs', 'spans'] as const).flatMap((dataset) =>
    index[dataset].fields.flatMap(({ ref }): readonly FieldLink[] => {
      const [thing = '', name, ...more] = pathOf({ dataset, field: ref });
      const beside = index[dataset].fields.some(
        (other) =>
          pathOf({ dataset, field: other.ref })[0] === thing &&
          nameWords(other.ref.path.at(-1) ?? '').some((word) => MONEY.test(word)),
      );
      const isWay = name?.toLowerCase() === way.norm && more.length === 0 && ref.type === 'string' && !HTTP.test(thing);
      return isWay && beside ? [{ dataset, field: ref }] : [];
    }),
  );
  return links.length === 1 ? { to: at + 2, weight: 2.6, meaning: { kind: 'field', links } } : null;
};
