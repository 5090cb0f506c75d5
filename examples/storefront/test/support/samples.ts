import { prometheusText } from '@clearspan/instrumentation';

/** The sum of all samples of a metric of this process whose labels have these values, as Prometheus would read them. */
export const sumOf = async (name: string, labels: Readonly<Record<string, string | number>> = {}): Promise<number> => {
  const wanted = Object.entries(labels).map(([key, value]) => `${key}="${value}"`);
  const samples = (await prometheusText()).split('\n').flatMap((line) => {
    const [, found, text = '', value] = /^(\w+)(?:\{(.*)\})? (\S+)/.exec(line) ?? [];
    const own = text.split(/,(?=\w+=")/);
    return found === name && wanted.every((label) => own.includes(label)) ? [Number(value)] : [];
  });
  return samples.reduce((sum, value) => sum + value, 0);
};
