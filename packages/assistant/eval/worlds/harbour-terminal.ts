import { containerOf, type HarbourService } from './harbour-service.ts';

const VESSELS = ['Amber Star', 'Amber Star', 'Cape Linden', 'Cape Linden', 'Nordvik', 'Maria Sol', 'Blue Heron'];

/** The services that ships and containers are dealt with by. */
export const HARBOUR_TERMINAL: Readonly<Record<string, HarbourService>> = {
  'berth-planner': {
    app: 'terminal-ops',
    version: '4.8.0',
    routes: ['/berths', '/berths/:id/plan', '/vessels/:imo'],
    info: ['vessel berthed', 'vessel berthed', 'vessel departed', 'berth assigned', 'berth plan updated'],
    warning: ['vessel delayed by {20-400} min', 'berth conflict detected'],
    error: ['AIS_FEED_LOST: no position from vessel', 'PLAN_INFEASIBLE: no berth is long enough'],
    database: 'postgresql',
    tables: ['port_calls', 'berths'],
    asks: ['crane-control'],
    extra: (random, { terminal }) => ({
      terminal,
      vessel: random.pick(VESSELS),
      berth: `B${random.between(1, 9)}`,
    }),
  },
  'crane-control': {
    app: 'terminal-ops',
    version: '11.2.3',
    routes: ['/cranes/:id/jobs', '/cranes/:id/state'],
    info: [
      'container discharged',
      'container discharged',
      'container discharged',
      'container loaded',
      'crane restarted',
    ],
    warning: ['crane stopped, wind at {14-28} m/s', 'crane stopped, operator change', 'lift above rated load'],
    error: ['SPREADER_FAULT: twistlock did not close', 'PLC_TIMEOUT: controller did not answer'],
    database: 'redis',
    tables: ['crane-state'],
    sends: 'yard.moves',
    extra: (random, { terminal }, text) => ({
      terminal,
      crane_id: `QC-0${1 + Math.floor(random.roll() ** 1.5 * 8)}`,
      ...(text.startsWith('container')
        ? { container: containerOf(random), vessel: random.pick(VESSELS), cycle_s: random.between(70, 210) }
        : {}),
    }),
  },
  'yard-manager': {
    app: 'terminal-ops',
    version: '6.2.4',
    routes: ['/stacks', '/stacks/:id/slots', '/moves'],
    info: ['container stacked', 'container moved', 'slot reserved', 'stack replanned'],
    warning: ['stack at {85-100} percent', 'container not where expected'],
    error: [
      'SLOT_CONFLICT: two containers in one slot',
      'DB_DEADLOCK: move rolled back',
      'ROUTE_NOT_FOUND: no path to slot',
    ],
    database: 'postgresql',
    tables: ['slots', 'slots', 'moves'],
    asks: ['crane-control', 'customs-link'],
    extra: (random, { terminal }) => ({
      terminal,
      container: containerOf(random),
      stack: `${random.pick(['A', 'B', 'B', 'C'])}${random.between(1, 20)}`,
    }),
  },
  'reefer-watch': {
    app: 'terminal-ops',
    version: '2.0.7',
    routes: [],
    info: [
      'temperature reading',
      'temperature reading',
      'temperature reading',
      'reefer plugged in',
      'reefer unplugged',
    ],
    warning: ['temperature above limit', 'door open for {2-40} min'],
    error: ['POWER_LOST: reefer without power', 'SENSOR_FAULT: no reading from probe'],
    database: 'postgresql',
    tables: ['readings'],
    queue: 'reefer.readings',
    extra: (random, { terminal }) => {
      const point = random.pick([-22, -18, -18, 2, 5]);
      const above = random.chance(0.08) ? random.between(55, 140) / 10 : random.between(-12, 38) / 10;
      return {
        terminal,
        container: containerOf(random),
        set_point_c: point,
        temperature_c: Math.round((point + above) * 10) / 10,
      };
    },
  },
};
