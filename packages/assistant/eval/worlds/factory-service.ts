import type { Dice } from './seeded.ts';

/** What is settled of a record before its words are. */
export interface Call {
  readonly plant: string;
  readonly shift: 'early' | 'late' | 'night';
  readonly badge: string;
  readonly release: string;
  readonly order: string;
  readonly customer: string;
  readonly part: string;
  readonly machine: string;
  readonly supplier: string;
  /** How many times as long as usual it takes. */
  readonly drag: number;
  /** Of a batch of bad raw material. */
  readonly isBadBatch: boolean;
}

/** A service: what it says, and what it adds to a record that says so. In messages `{5-90}` is a number of that range. */
export interface FactoryService {
  readonly app: 'shopfloor' | 'quality' | 'supply';
  readonly release: string;
  /** How often it fails on a usual day. */
  readonly failing: number;
  readonly routes: readonly string[];
  readonly info: readonly string[];
  readonly warning: readonly string[];
  /** Each after the type of its exception. */
  readonly error: readonly string[];
  readonly database?: 'postgresql' | 'mssql';
  readonly tables?: readonly string[];
  readonly topic?: string;
  /** A host outside of the company. */
  readonly outside?: string;
  /** Services that it asks. */
  readonly asks?: readonly string[];
  readonly extra: (random: Dice, call: Call, text: string) => object;
}

/** What every record about a work order has. */
export const orderOf = (random: Dice, { order, customer, part }: Call): object => ({
  Number: order,
  Customer: customer,
  Part: part,
  Quantity: random.between(2, 60) * 5,
  Priority: random.chance(0.2) ? 'rush' : 'normal',
});

const KINDS: Readonly<Record<string, string>> = {
  MILL: 'milling',
  LATHE: 'turning',
  GRIND: 'grinding',
  HOB: 'hobbing',
  WASH: 'washing',
};

/** The name of a machine and what kind it is. */
export const machineOf = ({ machine }: Call): object => ({ Id: machine, Kind: KINDS[machine.split('-')[0] as string] });

/** Whole tenths from one number up to another. */
export const tenths = (random: Dice, low: number, high: number): number => random.between(low * 10, high * 10) / 10;
