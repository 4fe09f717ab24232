import { compare } from '../figures/rational.ts';
import { exactValue, type FigureCell, figureCell, type PublishedFigure } from './figure-cell.ts';
import { periodWords, vintageWords } from './period.ts';

export type VintageRow = {
  readonly words: string;
  /** One for each vintage, oldest first; null where the vintage does not have the period. */
  readonly cells: readonly (FigureCell | null)[];
  /** Null where fewer than two vintages can be compared. */
  readonly isRestated: boolean | null;
};

export type Vintages = {
  readonly vintages: readonly string[];
  /** Of those, the ones whose periods are not sure: none is compared. */
  readonly doubtful: readonly string[];
  readonly rows: readonly VintageRow[];
};

/** Whether a period was restated, as a table says it. */
export const restatedWords = (isRestated: boolean | null) =>
  isRestated === null ? 'Not compared' : isRestated ? 'Restated' : 'No';

/** Every vintage of one area's figures side by side, and which periods were restated among those that can be compared. */
export function vintagesOf(
  figures: readonly PublishedFigure[],
  places: number,
  doubtful: readonly string[],
): Vintages {
  const vintages = [...new Set(figures.map(({ vintage }) => vintage))].sort();
  const rows = [...Map.groupBy(figures, ({ period }) => period)].map(([period, of]): VintageRow => {
    const values = of
      .filter(({ vintage }) => !doubtful.includes(vintage))
      .map(exactValue)
      .filter((value) => value !== null);
    const [first] = values;
    return {
      words: periodWords(period),
      cells: vintages.map((vintage) => {
        const found = of.find((figure) => figure.vintage === vintage);
        return found ? figureCell(found, places) : null;
      }),
      isRestated:
        first === undefined || values.length < 2
          ? null
          : values.some((value) => compare(value, first) !== 0),
    };
  });
  return {
    vintages: vintages.map(vintageWords),
    doubtful: vintages.filter((vintage) => doubtful.includes(vintage)).map(vintageWords),
    rows,
  };
}
