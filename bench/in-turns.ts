interface Times {
  readonly wallMs: number[];
  readonly cpuMs: number[];
}

/** Answers once. `at` counts the times it was asked. */
export type Ask = (at: number) => Promise<unknown>;

/** Our time as a share of the other side's. */
export interface Ratios {
  readonly wall: number;
  readonly cpu: number;
}

/** Short questions are repeated until a round takes as long, so that the clock's grain does not matter. */
const ROUND_MS = 300;
const REPEATS_MAX = 20;

export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

const timed = async (ask: Ask, from: number, repeats: number, into: Times): Promise<void> => {
  const cpu = process.cpuUsage();
  const started = performance.now();
  for (let i = 0; i < repeats; i++) await ask(from + i);
  into.wallMs.push((performance.now() - started) / repeats);
  const used = process.cpuUsage(cpu);
  into.cpuMs.push((used.user + used.system) / 1000 / repeats);
};

const ms = (value: number): string => value.toFixed(value < 100 ? 1 : 0).padStart(7);

export const IN_TURNS_HEAD = 'wall ms   hand  ratio  cpu ms   hand  ratio';

/** Times two sides in turns, so that what else the machine does slows both, and prints a line under `IN_TURNS_HEAD`. */
export const inTurns = async (name: string, ours: Ask, theirs: Ask, rounds: number): Promise<Ratios> => {
  const started = performance.now();
  await ours(0);
  await theirs(0);
  const repeats = Math.min(REPEATS_MAX, Math.max(1, Math.round((2 * ROUND_MS) / (performance.now() - started))));
  const our: Times = { wallMs: [], cpuMs: [] };
  const their: Times = { wallMs: [], cpuMs: [] };
  for (let round = 0; round < rounds; round++) {
    const from = round * repeats;
    if (round % 2 === 0) await timed(ours, from, repeats, our);
    await timed(theirs, from, repeats, their);
    if (round % 2 === 1) await timed(ours, from, repeats, our);
  }
  const [wall, handWall] = [median(our.wallMs), median(their.wallMs)];
  const [cpu, handCpu] = [median(our.cpuMs), median(their.cpuMs)];
  const ratios = { wall: wall / handWall, cpu: cpu / handCpu };
  console.log(
    `${ms(wall)}${ms(handWall)}  ${ratios.wall.toFixed(2)}  ${ms(cpu)}${ms(handCpu)}  ${ratios.cpu.toFixed(2)}  ${name}`,
  );
  return ratios;
};
