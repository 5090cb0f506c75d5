import type { TrafficState } from '@clearspan/contracts';
import type { Clock } from './clock.ts';
import { type Crowd, gatherCrowd } from './crowd.ts';
import { createFigures } from './figures.ts';
import type { FrontDoor } from './front-door.ts';
import { inTurn } from './in-turn.ts';
import { changeSettings, TRAFFIC_DEFAULTS, type TrafficRequest } from './traffic-settings.ts';

export interface TrafficOptions {
  readonly door: FrontDoor;
  readonly clock: Clock;
  /** Told when the shop does not let anybody in, and when it does again. */
  readonly onDoor: (open: boolean) => void;
}

export type TrafficChanged = { readonly ok: true } | { readonly ok: false; readonly message: string };

/** The visitors of the shop: whether they come, and how. */
export interface Traffic {
  isRunning(): boolean;
  state(): TrafficState;
  /** Changed settings bring other visitors; the figures go on. A start begins them anew. */
  change(request: TrafficRequest): Promise<TrafficChanged>;
  /** So many times as many requests as the settings say, on top of them. */
  surge(factor: number): void;
}

export const createTraffic = ({ door, clock, onDoor }: TrafficOptions): Traffic => {
  const figures = createFigures();
  const oneByOne = inTurn();
  let settings = TRAFFIC_DEFAULTS;
  let crowd: Crowd | null = null;
  let factor = 1;
  const gather = (): Crowd =>
    gatherCrowd({ settings, door, clock, surge: () => factor, onAnswer: (answer) => figures.count(answer), onDoor });
  const disperse = async (): Promise<void> => {
    const leaving = crowd;
    crowd = null;
    await leaving?.disperse();
  };
  return {
    isRunning: () => crowd !== null,
    state: () => ({
      running: crowd !== null,
      settings,
      figures: { ...figures.read(), active_users: crowd?.activeUsers() ?? 0 },
    }),
    change: (request) =>
      oneByOne(async () => {
        const changed = changeSettings(settings, request.settings);
        if (!changed.ok) return changed;
        const was = crowd !== null;
        const running = request.running ?? was;
        if (!running || request.settings !== undefined) await disperse();
        ({ settings } = changed);
        if (running && !was) figures.restart(clock.now());
        if (running) crowd ??= gather();
        return { ok: true };
      }),
    surge: (to) => {
      factor = to;
    },
  };
};
