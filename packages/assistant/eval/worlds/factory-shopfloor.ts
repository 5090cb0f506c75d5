import { type FactoryService, machineOf, orderOf, tenths } from './factory-service.ts';

/** What only happens on one kind of machine. */
const SPOILT: Readonly<Record<string, string>> = {
  MILL: 'chatter',
  LATHE: 'chatter',
  GRIND: 'burn marks',
  HOB: 'profile error',
  WASH: 'scratches',
};
const CYCLE_SECONDS: Readonly<Record<string, number>> = { MILL: 95, LATHE: 60, GRIND: 130, HOB: 210, WASH: 300 };

/** The services that orders, machines and the people at them work with. */
export const SHOPFLOOR: Readonly<Record<string, FactoryService>> = {
  'work-orders': {
    app: 'shopfloor',
    release: '8.4.1',
    failing: 0.05,
    routes: ['/work-orders', '/work-orders/{number}', '/work-orders/{number}/release', '/operations/{id}/confirm'],
    info: [
      'work order released',
      'work order completed',
      'work order completed',
      'operation confirmed',
      'work order split into {2-6} lots',
    ],
    warning: ['material missing for operation {10-90}', 'work order has no due date'],
    error: [
      'OrderLocked: work order is locked by another user',
      'RoutingNotFound: no routing for part',
      'DbTimeout: query timed out after {5-30} s',
    ],
    database: 'postgresql',
    tables: ['work_orders', 'work_orders', 'operations', 'routings'],
    asks: ['warehouse-api', 'tool-crib'],
    extra: (random, call, text) => {
      const late = { DaysLate: random.chance(0.3) ? random.between(1, 10) : 0 };
      return { Order: { ...orderOf(random, call), ...(text === 'work order completed' ? late : {}) } };
    },
  },
  scheduler: {
    app: 'shopfloor',
    release: '3.1.0',
    failing: 0.04,
    routes: [],
    info: ['plan recalculated', 'order moved to another line', 'capacity check done'],
    warning: ['bottleneck on line', 'plan is behind'],
    error: ['SolverTimeout: no feasible plan within {30-120} s', 'CalendarMissing: no shift calendar for plant'],
    database: 'postgresql',
    tables: ['plans', 'capacities'],
    asks: ['work-orders'],
    extra: (random, _, text) => ({
      Line: `L${random.between(1, 7)}`,
      Plan: { Orders: random.between(5, 80), BehindMinutes: text === 'plan is behind' ? random.between(5, 240) : 0 },
    }),
  },
  'machine-gateway': {
    app: 'shopfloor',
    release: '12.0.3',
    failing: 0.07,
    routes: [],
    info: [
      'cycle finished',
      'cycle finished',
      'cycle finished',
      'machine stopped',
      'machine stopped',
      'machine connected',
      'program loaded',
      'program deleted',
    ],
    warning: ['spindle load high', 'coolant level low', 'vibration above limit'],
    error: [
      'SpindleOverload: spindle overload, machine halted',
      'OpcTimeout: machine did not answer within {2-20} s',
      'ConnectionLost: connection to machine lost',
      'ConnectionLost: connection to machine lost',
      'AlarmActive: alarm {100-180} is active',
    ],
    topic: 'machine.events',
    extra: (random, call, text) => {
      const usual = CYCLE_SECONDS[call.machine.split('-')[0] as string] as number;
      const cycle = { CycleSeconds: tenths(random, usual * 0.7, usual * (call.machine.endsWith('4') ? 1.9 : 1.3)) };
      const long = random.chance(0.25);
      const downtime = {
        Minutes: long ? tenths(random, 15, 140) : tenths(random, 0.5, 15),
        Reason: random.pick(['tool change', 'tool change', 'setup', 'material', 'fault', 'break']),
      };
      return {
        Machine: {
          ...machineOf(call),
          ...(text === 'cycle finished' ? cycle : {}),
          SpindleLoad: random.between(text.startsWith('spindle') ? 92 : 20, text.startsWith('spindle') ? 130 : 92),
          TemperatureC: tenths(random, 24, 68),
        },
        ...(text === 'cycle finished' ? { Order: orderOf(random, call) } : {}),
        ...(text === 'machine stopped' ? { Downtime: downtime } : {}),
      };
    },
  },
  'operator-terminal': {
    app: 'shopfloor',
    release: '6.7.2',
    failing: 0.05,
    routes: ['/badge', '/scan', '/jobs/start', '/jobs/finish', '/scrap'],
    info: [
      'badge accepted',
      'job started',
      'job finished',
      'scrap reported',
      'scrap reported',
      'scrap reported',
      'label scanned',
    ],
    warning: ['badge rejected', 'unknown barcode', 'terminal idle for {10-90} min'],
    error: ['TerminalOffline: terminal lost its network', 'ScanFailed: scanner returned no data'],
    asks: ['work-orders', 'work-orders', 'inspection-api'],
    extra: (random, call, text) => {
      const spoilt = SPOILT[call.machine.split('-')[0] as string] as string;
      const scrap = {
        Pieces: random.between(1, random.chance(0.15) ? 30 : 6),
        Reason: random.pick(['tool wear', 'tool wear', 'tool wear', 'wrong offset', 'wrong offset', spoilt, 'setup']),
      };
      const bad = { Pieces: random.between(4, 18), Reason: 'material defect' };
      const isScrap = text === 'scrap reported';
      return {
        ...(isScrap || text.startsWith('job') ? { Machine: machineOf(call), Order: orderOf(random, call) } : {}),
        ...(isScrap ? { Scrap: call.isBadBatch || random.chance(0.12) ? bad : scrap } : {}),
        Terminal: `T${random.between(1, 16)}`,
      };
    },
  },
  'tool-crib': {
    app: 'shopfloor',
    release: '2.2.5',
    failing: 0.03,
    routes: ['/tools/checkout', '/tools/return', '/tools/{id}/life'],
    info: ['tool checked out', 'tool checked out', 'tool returned', 'tool reground'],
    warning: ['tool overdue for {2-40} hours', 'tool life below {5-12} percent'],
    error: ['CabinetJammed: drawer did not open', 'ToolNotFound: no such tool'],
    database: 'mssql',
    tables: ['tools', 'tool_moves'],
    extra: (random, call) => ({
      Tool: {
        Id: `TL-${random.between(300, 420)}`,
        Type: random.pick(['end mill', 'end mill', 'drill', 'insert', 'hob', 'tap']),
      },
      Machine: machineOf(call),
    }),
  },
};
