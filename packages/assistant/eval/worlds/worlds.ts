import type { WorldName } from '../questions/question.ts';
import { arenaLines } from './arena-lines.ts';
import { bankLines } from './bank-lines.ts';
import { campusLines } from './campus-lines.ts';
import { clinicLines } from './clinic-lines.ts';
import { deskLines } from './desk-lines.ts';
import { factoryLines } from './factory-lines.ts';
import { fleetLines } from './fleet-lines.ts';
import { galleryLines } from './gallery-lines.ts';
import { harbourLines } from './harbour-lines.ts';
import { insurerLines } from './insurer-lines.ts';
import { kitchenLines } from './kitchen-lines.ts';
import { marketLines } from './market-lines.ts';
import { newsroomLines } from './newsroom-lines.ts';
import { ownLines } from './own-lines.ts';
import { parcelLines } from './parcel-lines.ts';
import { payrollLines } from './payroll-lines.ts';
import { powerLines } from './power-lines.ts';
import { railLines } from './rail-lines.ts';
import { resortLines } from './resort-lines.ts';
import type { SeededLines } from './seeded.ts';
import { shopLines } from './shop-lines.ts';
import { streamLines } from './stream-lines.ts';
import { telcoLines } from './telco-lines.ts';
import { travelLines } from './travel-lines.ts';

/** The worlds that questions are asked of; each is made anew, and alike, whenever it is opened. */
export const WORLDS: Readonly<Record<WorldName, () => SeededLines>> = {
  own: ownLines,
  shop: shopLines,
  fleet: fleetLines,
  clinic: clinicLines,
  arena: arenaLines,
  travel: travelLines,
  parcel: parcelLines,
  bank: bankLines,
  stream: streamLines,
  power: powerLines,
  desk: deskLines,
  campus: campusLines,
  kitchen: kitchenLines,
  telco: telcoLines,
  market: marketLines,
  resort: resortLines,
  payroll: payrollLines,
  harbour: harbourLines,
  insurer: insurerLines,
  gallery: galleryLines,
  factory: factoryLines,
  newsroom: newsroomLines,
  rail: railLines,
};

export const WORLD_NAMES: readonly WorldName[] = Object.keys(WORLDS) as readonly WorldName[];
