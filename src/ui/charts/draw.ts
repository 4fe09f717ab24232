import * as Plot from '@observablehq/plot';
import { raw } from 'hono/html';
import { parseHTML } from 'linkedom';
import type { RenderedHtml } from '../html.ts';

const { document } = parseHTML('<!doctype html><html><body></body></html>');

/** Units of the drawing: narrow enough for its words to be read on a phone, and wide screens enlarge it. */
export const WIDTH = 440;
/** About the width of one letter, bold ones and wide fonts too. */
export const LETTER = 8.8;

/** Dark on white in print and on screen; what stands out does so by weight and outline too. */
export const ink = {
  text: '#0b0c0c',
  chosen: '#0b3d47',
  other: '#4f6b72',
  pale: '#cfdfe2',
  grid: '#b9c6c9',
} as const;

/**
 * Draws marks as SVG that a strict content policy allows: no style element or attribute. It is one image to a screen
 * reader, named by its words.
 */
export function draw(options: Plot.PlotOptions, words: string): RenderedHtml {
  const svg = Plot.plot({ width: WIDTH, ...options, document });
  for (const style of svg.querySelectorAll('style')) style.remove();
  for (const element of svg.querySelectorAll('*'))
    for (const name of ['style', 'class', 'aria-label', 'aria-hidden', 'aria-description'])
      element.removeAttribute(name);
  const set = {
    class: 'fh-chart__image',
    role: 'img',
    'aria-label': words,
    focusable: 'false',
    'font-size': '14',
    'font-family': 'inherit',
    fill: ink.text,
  };
  for (const name of ['width', 'height', 'style']) svg.removeAttribute(name);
  for (const [name, value] of Object.entries(set)) svg.setAttribute(name, value);
  return raw(svg.outerHTML.replaceAll(/="[^"]*"/g, withoutTags));
}

// A bracket inside a quoted value is no tag, yet nothing that looks like one leaves here.
const withoutTags = (value: string) => value.replaceAll('<', '&lt;').replaceAll('>', '&gt;');
