export type Labels = Readonly<Record<string, string | number | boolean>>;

type Label = string | number | boolean;

/** One value for each set of labels of an instrument. */
export interface Series<Cell> {
  /** The cell of these labels; made where there is none yet. */
  of(labels: Labels | undefined): Cell;
  /** Cells and their labels, in the order they were made. */
  entries(): readonly (readonly [Labels, Cell])[];
  clear(): void;
}

/** Sets of labels of one instrument. What comes on top is counted together: memory must not grow with what a label says. */
export const SETS_MAX = 2_000;
/** How the specification names what is counted together. */
const OVERFLOW: Labels = { 'otel.metric.overflow': true };

/** A step on the way to a cell: the labels in the order the caller gives them. */
interface Step<Cell> {
  cell: Cell | null;
  readonly next: Map<string, Map<Label, Step<Cell>>>;
}

const firstStep = <Cell>(): Step<Cell> => ({ cell: null, next: new Map() });

/** The same for the same labels in any order. */
const identity = (labels: Labels): string =>
  JSON.stringify(Object.entries(labels).toSorted(([a], [b]) => (a < b ? -1 : 1)));

/**
 * Cells are found along the labels, value by value: nothing is sorted and no text is made of them, which would cost ten
 * times what counting does.
 */
export const createSeries = <Cell>(make: () => Cell): Series<Cell> => {
  let first = firstStep<Cell>();
  const cells = new Map<string, readonly [Labels, Cell]>();
  const named = (labels: Labels): Cell => {
    const name = identity(labels);
    const known = cells.get(name);
    if (known) return known[1];
    const cell = make();
    cells.set(name, [{ ...labels }, cell]);
    return cell;
  };
  const walk = (labels: Labels): Step<Cell> => {
    let step = first;
    for (const key of Object.keys(labels)) {
      const value = labels[key] as Label;
      const values = step.next.get(key) ?? new Map<Label, Step<Cell>>();
      const found = values.get(value) ?? firstStep<Cell>();
      step.next.set(key, values.set(value, found));
      step = found;
    }
    return step;
  };
  const find = (labels: Labels): Cell | null => {
    let step: Step<Cell> | undefined = first;
    for (const key in labels) {
      step = step.next.get(key)?.get(labels[key] as Label);
      if (step === undefined) return null;
    }
    return step.cell;
  };
  return {
    of: (labels = {}) => {
      const found = find(labels);
      if (found !== null) return found;
      if (cells.size >= SETS_MAX - 1 && !cells.has(identity(labels))) return named(OVERFLOW);
      const step = walk(labels);
      step.cell = named(labels);
      return step.cell;
    },
    entries: () => [...cells.values()],
    clear: () => {
      first = firstStep();
      cells.clear();
    },
  };
};
