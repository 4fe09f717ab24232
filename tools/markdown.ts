const cell = (text: string | number) => String(text).replaceAll('|', '\\|').replaceAll('\n', ' ');
/** A table in Markdown. */
export const table = (head: readonly string[], rows: readonly (readonly (string | number)[])[]) =>
  [head, head.map(() => '---'), ...rows]
    .map((row) => `| ${row.map(cell).join(' | ')} |`)
    .join('\n');
/** A page that says where it comes from. */
export const page = (title: string, ...parts: readonly string[]) =>
  `${[`# ${title}`, 'Built from the data by `npm run generate`: change the data, not this page.', ...parts].join('\n\n')}\n`;
