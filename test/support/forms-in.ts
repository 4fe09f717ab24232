import { parseHTML } from 'linkedom';

/** A form as a browser would send it: its address, its fields as they are drawn, and what kind of box each is. */
export type FormIn = {
  readonly action: string;
  readonly boxes: readonly Box[];
  /** What a browser sends when nothing is touched; the first button counts as pressed. */
  readonly fields: Readonly<Record<string, string[]>>;
};
export type Box = {
  readonly name: string;
  readonly kind: string;
  readonly value: string;
  /** What may be chosen. */
  readonly choices: readonly string[];
};

/** Every form of a page that is sent. */
export function formsIn(html: string, path: string): FormIn[] {
  const { document } = parseHTML(html);
  return [...document.querySelectorAll('form[method="post"]')].map((form) => {
    const fields: Record<string, string[]> = {};
    const add = (name: string, value: string) => {
      if (name) fields[name] = [...(fields[name] ?? []), value];
    };
    const boxes: Box[] = [];
    for (const box of form.querySelectorAll('input, select, textarea')) {
      const name = box.getAttribute('name') ?? '';
      const type = box.getAttribute('type') ?? 'text';
      const kind = box.localName === 'input' ? type : box.localName;
      const options = [...box.querySelectorAll('option')];
      const chosen = options.find((option) => option.hasAttribute('selected')) ?? options[0];
      const value =
        kind === 'textarea'
          ? wordsIn(box.textContent ?? '')
          : ((kind === 'select' ? chosen : box)?.getAttribute('value') ?? '');
      boxes.push({
        name,
        kind,
        value,
        choices: options.flatMap((option) => option.getAttribute('value') || []),
      });
      const isSent = !['radio', 'checkbox'].includes(kind) || box.hasAttribute('checked');
      if (isSent && !['submit', 'button', 'file'].includes(kind)) add(name, value);
    }
    const button = form.querySelector('button[name]:not([name^="_"]), input[type="submit"][name]');
    if (button && !form.querySelector('button:not([name])'))
      add(button.getAttribute('name') ?? '', button.getAttribute('value') ?? '');
    return { action: form.getAttribute('action') || path.split('#')[0] || path, boxes, fields };
  });
}

// The parser leaves the words of a text box as they are written; a browser drops a first line that is empty.
const wordsIn = (text: string) =>
  text
    .replace(/^\n/, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');

/** The form of a page that is sent to an address. */
export function formTo(html: string, action: string): FormIn {
  const found = formsIn(html, action).find((form) => form.action === action);
  if (!found) throw new Error(`No form of the page is sent to ${action}`);
  return found;
}
