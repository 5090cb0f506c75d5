import { type Call, type FactoryService, machineOf, orderOf, tenths } from './factory-service.ts';
import type { Dice } from './seeded.ts';

const resultOf = (random: Dice, { isBadBatch, machine, plant }: Call): string => {
  const worse = machine.startsWith('HOB') || plant === 'Graz' ? 2 : 1;
  if (random.chance(isBadBatch ? 0.65 : 0.07 * worse)) return 'fail';
  return random.chance(0.09) ? 'rework' : 'pass';
};

const RANGE_OF: Readonly<Record<string, readonly [number, number]>> = {
  fail: [18, 46],
  rework: [12, 26],
  pass: [0, 19],
};

const inspectionOf = (random: Dice, call: Call): object => {
  const result = resultOf(random, call);
  const [low, high] = RANGE_OF[result] as readonly [number, number];
  return {
    Id: `INS-${random.between(100_000, 199_000)}`,
    Result: result,
    Characteristic: random.pick(['bore diameter', 'bore diameter', 'roundness', 'surface roughness', 'flank angle']),
    Gauge: `G-${String(10 + Math.floor(random.roll() ** 1.6 * 14))}`,
    DeviationMicrons: tenths(random, low, high),
  };
};

/** The services that parts are measured and judged by. */
export const QUALITY: Readonly<Record<string, FactoryService>> = {
  'inspection-api': {
    app: 'quality',
    release: '5.1.7',
    failing: 0.05,
    routes: ['/inspections', '/inspections/{id}', '/nonconformances', '/certificates'],
    info: [
      'inspection recorded',
      'inspection recorded',
      'inspection recorded',
      'inspection recorded',
      'certificate issued',
      'nonconformance opened',
      'nonconformance closed',
    ],
    warning: ['measurement close to tolerance', 'gauge calibration due in {1-14} days'],
    error: [
      'ToleranceMissing: no tolerance for characteristic',
      'CertificateFailed: certificate could not be signed',
      'DbTimeout: query timed out after {5-30} s',
    ],
    database: 'postgresql',
    tables: ['inspections', 'inspections', 'measurements', 'nonconformances'],
    topic: 'quality.results',
    extra: (random, call, text) => ({
      Order: orderOf(random, call),
      Machine: machineOf(call),
      ...(text === 'inspection recorded' ? { Inspection: inspectionOf(random, call) } : {}),
      ...(text.startsWith('nonconformance')
        ? {
            Nonconformance: {
              Number: `NC-${random.between(4000, 4900)}`,
              Class: random.pick(['minor', 'minor', 'minor', 'major', 'major', 'safety']),
            },
          }
        : {}),
    }),
  },
  'vision-check': {
    app: 'quality',
    release: '1.9.0',
    failing: 0.06,
    routes: [],
    info: ['image inspected', 'image inspected', 'image inspected', 'model reloaded'],
    warning: ['low confidence, sent to manual check', 'image too dark'],
    error: ['CameraLost: camera does not deliver frames', 'GpuOutOfMemory: no memory left for inference'],
    outside: 'objects.steelcloud.example',
    asks: ['inspection-api'],
    extra: (random, call, text) => {
      const confidence = text.startsWith('low') ? random.between(30, 60) : random.between(62, 100);
      return {
        Order: orderOf(random, call),
        Camera: {
          Id: `CAM-${random.between(1, 8)}`,
          ...(/inspected|confidence/.test(text) ? { Confidence: confidence / 100 } : {}),
        },
      };
    },
  },
  'spc-engine': {
    app: 'quality',
    release: '4.4.4',
    failing: 0.03,
    routes: [],
    info: ['control chart updated', 'control chart updated', 'sample of {3-25} pieces taken'],
    warning: ['trend of {6-9} points detected', 'capability below 1.33'],
    error: ['ChartMissing: no chart for characteristic', 'KafkaRebalance: consumer left its group'],
    database: 'postgresql',
    tables: ['charts', 'samples'],
    topic: 'quality.results',
    extra: (random, _, text) => {
      const name = random.pick(['bore-x', 'bore-r', 'flank-x', 'roughness-x', 'roundness-x']);
      const high = name === 'flank-x' || name === 'roughness-x' ? 1.7 : 2.2;
      const cpk = text.startsWith('capability') ? random.between(80, 133) : random.between(95, high * 100);
      const has = /^(control|capability)/.test(text);
      return { Chart: { Name: name, ...(has ? { Cpk: cpk / 100 } : {}) }, Attempt: random.chance(0.9) ? 1 : 2 };
    },
  },
};
