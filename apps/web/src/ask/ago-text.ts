/** How long ago, in the largest unit that fits. */
export const agoText = (iso: string, nowMs: number): string => {
  const s = Math.max(0, (nowMs - Date.parse(iso)) / 1_000);
  if (Number.isNaN(s)) return '';
  if (s < 60) return 'just now';
  if (s < 3_600) return `${Math.floor(s / 60)} min ago`;
  if (s < 86_400) return `${Math.floor(s / 3_600)} h ago`;
  return `${Math.floor(s / 86_400)} d ago`;
};
