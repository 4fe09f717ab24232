import { codeLists } from '../../platform/db/codes.ts';
import { urls } from '../../urls.ts';
import { addName } from './add-name.ts';
import { nameForm } from './names.form.ts';
import { otherNames } from './names.queries.ts';
import { NamesPage } from './names.view.tsx';
import { sectionRoutes } from './section.ts';

export const nameRoutes = sectionRoutes({
  path: urls.child.names,
  writes: { permission: 'child.edit', recordClass: 'RC1' },
  schema: nameForm,
  draw: async ({ shell, child, today, tx }, drawn) => {
    const { information_source: sources } = await codeLists(tx, ['information_source']);
    const names = await otherNames(tx, child.id);
    return NamesPage({ shell, child, today, drawn, names, sources });
  },
  save: async ({ tx, actor, child }, input) => {
    await addName(tx, actor, child.id, input);
    return null;
  },
  done: { to: urls.child.names, message: 'Saved: the name' },
});
