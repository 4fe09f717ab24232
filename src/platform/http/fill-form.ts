import type { Typed } from '../db/drafts.ts';

/** Words that the record holds where a form shows others. */
export type Replaced = { readonly label: string; readonly stored: string };

/** A form's markup with what was typed in its fields, whether that changed any, and the words that it hides. */
export function fillForm(
  html: string,
  typed: Typed,
): { html: string; isChanged: boolean; replaced: readonly Replaced[] } {
  let isChanged = false;
  const replaced: Replaced[] = [];
  const taken: Record<string, number> = {};
  let selectIsOf = '';
  const changed = (before: string, after: string) => {
    isChanged ||= before !== after;
    return after;
  };
  const next = (name: string) => {
    const values = [typed[name] ?? []].flat();
    const place = taken[name] ?? 0;
    taken[name] = place + 1;
    return values[place];
  };

  const filled = html.replace(
    /<(input|select)\b[^>]*>|<textarea\b([^>]*)>([\s\S]*?)<\/textarea>|<option\b([^>]*)>([^<]*)/g,
    (
      tag: string,
      kind: string | undefined,
      boxAttributes: string,
      words: string,
      option: string,
      label: string,
    ) => {
      if (kind === 'select') {
        selectIsOf = attribute(tag, 'name') ?? '';
        return tag;
      }
      if (kind === 'input') return input(tag);
      if (option !== undefined) {
        if (!(selectIsOf in typed)) return tag;
        const value = attribute(tag, 'value') ?? unescaped(label.trim());
        const isChosen = [typed[selectIsOf] ?? []].flat().includes(value);
        return changed(tag, marked(tag, 'option', 'selected', isChosen));
      }
      const box = `<textarea${boxAttributes}>`;
      const value = next(attribute(box, 'name') ?? '');
      const stored = unescaped(words);
      if (value === undefined || value === stored) return tag;
      if (stored) replaced.push({ label: labelOf(html, attribute(box, 'id') ?? ''), stored });
      return changed(tag, `${box}\n${escaped(value)}</textarea>`);
    },
  );
  return { html: filled, isChanged, replaced };

  function input(tag: string): string {
    const name = attribute(tag, 'name') ?? '';
    const type = attribute(tag, 'type') ?? 'text';
    if (type === 'radio' || type === 'checkbox') {
      const isChosen = [typed[name] ?? []].flat().includes(attribute(tag, 'value') ?? 'on');
      return changed(tag, marked(tag, 'input', 'checked', isChosen));
    }
    // The version that they typed under goes with their words, so that what changed meanwhile is not overwritten.
    const isOurs = type === 'hidden' && !/version$/i.test(name);
    if (isOurs || ['password', 'file', 'submit', 'button'].includes(type)) return tag;
    const value = next(name);
    if (value === undefined || value === (attribute(tag, 'value') ?? '')) return tag;
    const bare = tag.replace(/ value="[^"]*"/, '');
    const withValue = bare.replace('<input', `<input value="${escaped(value)}"`);
    return type === 'hidden' ? withValue : changed(tag, withValue);
  }
}

/** Whether something is typed or chosen in a form: it has more than hidden fields and buttons. */
export const hasFields = (html: string): boolean =>
  /<(textarea|select)\b|<input\b(?![^>]*type="(hidden|submit)")/.test(html);

/** An attribute of a tag as we write it: in double quotes, escaped. */
export function attribute(tag: string, name: string): string | undefined {
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
  return found === undefined ? undefined : unescaped(found);
}

const labelOf = (html: string, id: string): string =>
  unescaped(new RegExp(`<label[^>]* for="${id}"[^>]*>([^<]*)`).exec(html)?.[1] ?? '').trim();

function marked(tag: string, element: string, mark: string, isOn: boolean): string {
  const is = new RegExp(`\\s${mark}(="[^"]*")?(?=[\\s/>])`);
  if (is.test(tag) === isOn) return tag;
  return isOn ? tag.replace(`<${element}`, `<${element} ${mark}`) : tag.replace(is, '');
}

const entities: Record<string, string> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&#34;': '"',
};
const unescaped = (text: string) =>
  text.replace(/&(?:amp|lt|gt|quot|#39|#34);/g, (entity) => entities[entity] ?? entity);
/** Words as they stand in an attribute or between tags. */
export const escaped = (text: string) =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
