import { QUALITY } from './factory-quality.ts';
import type { Call, FactoryService } from './factory-service.ts';
import { SHOPFLOOR } from './factory-shopfloor.ts';
import { SUPPLY } from './factory-supply.ts';
import type { Dice } from './seeded.ts';
import { type Incident, momentsOf, type Moment as SeededMoment } from './seeded-moments.ts';

const SERVICES: Readonly<Record<string, FactoryService>> = { ...SHOPFLOOR, ...QUALITY, ...SUPPLY };
export const serviceOf = (name: string): FactoryService => SERVICES[name] as FactoryService;

const at = (day: number, hour: number, minute = 0): number => Date.UTC(2026, 10, day, hour, minute);
/** A bad release of the inspections ran on Tuesday until it was taken back. */
const RELEASE_MS = at(17, 14);
const TAKEN_BACK_MS = at(17, 18, 30);
/** Nothing has been heard of the labels since. */
const QUIET_MS = at(20, 10, 40);

type Planted = 'release' | 'movements' | 'overload' | 'batch' | 'scrap' | 'notices' | 'erp' | 'badge' | 'known';

const known = (name: string, count: number): Incident<Planted> => ({
  planted: 'known',
  name,
  from: at(20, 13, 5),
  minutes: 1,
  count,
});

const INCIDENTS: readonly Incident<Planted>[] = [
  { planted: 'release', name: 'inspection-api', from: RELEASE_MS, minutes: 270, count: 120 },
  { planted: 'movements', name: 'warehouse-api', from: at(18, 9), minutes: 240, count: 130 },
  { planted: 'scrap', name: 'operator-terminal', from: at(19, 0, 30), minutes: 210, count: 40 },
  { planted: 'overload', name: 'machine-gateway', from: at(19, 6, 10), minutes: 45, count: 95 },
  { planted: 'batch', name: 'inspection-api', from: at(19, 10), minutes: 58, count: 85 },
  { planted: 'notices', name: 'supplier-portal', from: at(19, 15), minutes: 70, count: 80 },
  { planted: 'erp', name: 'erp-sync', from: at(20, 1, 20), minutes: 75, count: 110 },
  { planted: 'badge', name: 'operator-terminal', from: at(20, 3, 50), minutes: 25, count: 45 },
  known('operator-terminal', 1),
  known('work-orders', 2),
  known('warehouse-api', 2),
  known('inspection-api', 1),
];

export type Moment = SeededMoment<Planted>;

const MORE = [
  'machine-gateway',
  'machine-gateway',
  'inspection-api',
  'inspection-api',
  'operator-terminal',
  'operator-terminal',
  'work-orders',
  'warehouse-api',
];

/** Usual records over two weeks, and those of the incidents. */
export const moments = (random: Dice, usual: number): readonly Moment[] =>
  momentsOf(
    random,
    { names: [...Object.keys(SERVICES), ...MORE], usual, quiet: { name: 'shipping-labels', sinceMs: QUIET_MS } },
    INCIDENTS,
  );

/** Where each machine stands. */
const PLANTS: Readonly<Record<string, readonly string[]>> = {
  Linz: ['MILL-01', 'MILL-02', 'MILL-04', 'LATHE-01', 'LATHE-02', 'GRIND-01', 'HOB-01', 'WASH-01'],
  Graz: ['MILL-03', 'LATHE-03', 'GRIND-02', 'HOB-02'],
  Brno: ['MILL-05', 'LATHE-04', 'GRIND-03', 'GRIND-04', 'WASH-02'],
  Maribor: ['MILL-06', 'LATHE-05', 'HOB-03'],
};
const CUSTOMERS = ['Tarn Pumps', 'Ostwind Turbines', 'Helio Bikes', 'Ferrum Rail', 'Corvo Robotics', 'Alto Lifts'];
const PARTS = ['SH-2040', 'SH-2055', 'GW-310', 'GW-318', 'BR-77', 'FL-902'];
const SUPPLIERS = ['Nordstahl', 'Alumet', 'Castella Foundry', 'Weserguss', 'Tiefziehwerk Ost'];

const uneven = (random: Dice, items: readonly string[]): string =>
  items[Math.floor(random.roll() ** 1.5 * items.length)] as string;

const shiftOf = (ms: number): Call['shift'] => {
  const hour = new Date(ms).getUTCHours();
  if (hour >= 6 && hour < 14) return 'early';
  return hour >= 14 && hour < 22 ? 'late' : 'night';
};

const isBadRelease = ({ ms, name }: Moment): boolean =>
  name === 'inspection-api' && ms >= RELEASE_MS && ms < TAKEN_BACK_MS;

export const callOf = (random: Dice, moment: Moment): Call => {
  const { planted, ms, name } = moment;
  const isBadBatch = planted === 'batch' || planted === 'scrap';
  const plant = planted === 'overload' || isBadBatch ? 'Linz' : uneven(random, Object.keys(PLANTS));
  const machine = uneven(random, PLANTS[plant] as readonly string[]);
  const numbered = random.between(48_000, 48_600);
  return {
    plant,
    machine: planted === 'overload' ? 'MILL-04' : machine,
    shift: shiftOf(ms),
    badge: planted === 'badge' ? 'B-1077' : `B-${1000 + Math.floor(random.roll() ** 2 * 90)}`,
    release: isBadRelease(moment) ? '5.2.0' : serviceOf(name).release,
    order: `WO-${numbered}`,
    customer: CUSTOMERS[numbered % CUSTOMERS.length] as string,
    part: isBadBatch ? 'SH-2040' : uneven(random, PARTS),
    supplier: planted === 'notices' ? 'Nordstahl' : uneven(random, SUPPLIERS.toReversed()),
    drag: planted === 'movements' ? 14 : 1,
    isBadBatch,
  };
};

const FAILING: Readonly<Record<Planted, number>> = {
  release: 0.45,
  movements: 0.2,
  overload: 0.7,
  batch: 0,
  scrap: 0,
  notices: 0.85,
  erp: 0.9,
  badge: 0,
  known: 0.3,
};

/** Failures are more frequent in one plant and in the bad release. */
export const fails = (random: Dice, moment: Moment, { plant }: Call): boolean => {
  if (moment.planted !== undefined) return random.chance(FAILING[moment.planted]);
  if (isBadRelease(moment)) return random.chance(0.4);
  return random.chance(serviceOf(moment.name).failing * (plant === 'Graz' ? 2.2 : 1));
};
