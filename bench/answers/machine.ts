import { cpus } from 'node:os';
import type { Engine } from '../executed/engine.ts';

export const machineLine = async (engine: Engine): Promise<string> => {
  const [row] = await engine.rows('SELECT version()');
  return `${cpus()[0]?.model.trim()}, ${cpus().length} cores, Node ${process.version}, ClickHouse ${String(row?.[0])}`;
};
