/** Figures as people read them; always in the same way, whatever the machine's language. */
export const whole = (n: number): string => Math.round(n).toLocaleString('en-US');

export const percent = (share: number): string => {
  const value = share * 100;
  return `${value > 0 && value < 1 ? value.toPrecision(1) : value.toFixed(value >= 10 ? 0 : 1)} %`;
};

export const milliseconds = (ms: number): string => (ms < 10 ? `${ms.toFixed(1)} ms` : `${whole(ms)} ms`);

const UNITS = ['B', 'kB', 'MB', 'GB', 'TB'] as const;

export const bytes = (n: number): string => {
  const power = Math.min(UNITS.length - 1, n < 1000 ? 0 : Math.floor(Math.log10(n) / 3));
  const value = n / 1000 ** power;
  return `${power === 0 || value >= 100 ? Math.round(value) : value.toFixed(1)} ${UNITS[power]}`;
};

export const counted = (n: number, one: string, many: string): string => `${whole(n)} ${n === 1 ? one : many}`;
