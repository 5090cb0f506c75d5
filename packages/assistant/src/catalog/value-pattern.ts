/** The shape of a value: `u-1042` → `u-9`, `o-77-b` → `o-9-a`. Values of one shape belong to one field. */
export const valuePattern = (value: string): string | null => {
  if (value.length > 64 || !/\d/.test(value) || !/^[\w\-.:@]+$/.test(value)) return null;
  if (/^[0-9a-f]{16,}$/i.test(value)) return `hex${value.length}`;
  if (/^[0-9a-f]{8}-[0-9a-f]{4}-/i.test(value)) return 'uuid';
  if (!/[A-Za-z]/.test(value)) return null;
  return value.replace(/\d+/g, '9');
};
