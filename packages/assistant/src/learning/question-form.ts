import type { Linked } from '../link/link-question.ts';
import type { Mark } from '../link/mark.ts';

const slotText = ({ meaning }: Mark): string | null => {
  switch (meaning.kind) {
    case 'value':
      return `〈${meaning.links[0]?.field.role ?? meaning.links[0]?.field.path.join('.') ?? 'value'}〉`;
    case 'time':
      return '〈time〉';
    case 'amount':
      return '〈number〉';
    case 'literal':
      return `〈${meaning.token.kind}〉`;
    case 'concept':
    case 'field':
    case 'message':
    case 'unknown':
    case 'punctuation':
      return null;
  }
};

/** A question without its names, times and numbers: "errors in 〈service〉 〈time〉". */
export const questionForm = ({ marks }: Linked): string =>
  marks.map((mark) => slotText(mark) ?? mark.text.toLowerCase().replaceAll(/[〈〉]/g, ' ')).join(' ');

/** The slots of a form: two questions whose slots differ do not ask alike, however similar their words. */
export const slotsOfForm = (form: string): string => (form.match(/〈[^〉]*〉/g) ?? []).toSorted().join(' ');
