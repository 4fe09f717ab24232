import type { Html, RenderedHtml } from '../html.ts';

type Props = {
  readonly title: string;
  readonly image: RenderedHtml;
  /** Which line is whose, where lines are told apart by their look. */
  readonly keys?: readonly { readonly name: string; readonly image: RenderedHtml }[];
};

/** The frame of every chart: its title, the picture, and the key. */
export function ChartFigure({ title, image, keys = [] }: Props): Html {
  return (
    <figure class="fh-chart">
      <figcaption class="fh-chart__title">{title}</figcaption>
      {image}
      {keys.length > 0 ? (
        <ul class="fh-chart__keys">
          {keys.map((key) => (
            <li>
              {key.image} {key.name}
            </li>
          ))}
        </ul>
      ) : null}
    </figure>
  );
}
