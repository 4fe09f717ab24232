import { compare } from '../figures/rational.ts';
import { exactValue, type FigureCell, figureCell, type PublishedFigure } from './figure-cell.ts';
import { periodWords, vintageWords } from './period.ts';

export type VintageRow = {
  readonly words: string;
  /** One for each vintage, oldest first; null where the vintage does not have the period. */
  readonly cells: readonly (FigureCell | null)[];
  readonly isRestated: boolean;
};

export type Vintages = {
  readonly vintages: readonly string[];
  readonly rows: readonly VintageRow[];
};

/** Every vintage of one area's figures side by side, and which periods were restated. */
export function vintagesOf(figures: readonly PublishedFigure[], places: number): Vintages {
  const vintages = [...new Set(figures.map(({ vintage }) => vintage))].sort();
  const rows = [...Map.groupBy(figures, ({ period }) => period)].map(([period, of]): VintageRow => {
    const values = of.map(exactValue).filter((value) => value !== null);
    const [first] = values;
    return {
      words: periodWords(period),
      cells: vintages.map((vintage) => {
        const found = of.find((figure) => figure.vintage === vintage);
        return found ? figureCell(found, places) : null;
      }),
      isRestated: first !== undefined && values.some((value) => compare(value, first) !== 0),
    };
  });
  return { vintages: vintages.map(vintageWords), rows };
}
