import { codeLists } from '../../platform/db/codes.ts';
import { urls } from '../../urls.ts';
import { addIdentifier } from './add-identifier.ts';
import { identifierForm } from './identifiers.form.ts';
import { childIdentifiers } from './identifiers.queries.ts';
import { IdentifiersPage } from './identifiers.view.tsx';
import { sectionRoutes } from './section.ts';

export const identifierRoutes = sectionRoutes({
  path: urls.child.identifiers,
  tab: { under: urls.child.details(':childId') },
  writes: { permission: 'child.edit', recordClass: 'RC1' },
  schema: identifierForm,
  draw: async ({ shell, child, today, tx }, drawn) => {
    const codes = await codeLists(tx, ['identifier_type', 'information_source']);
    const identifiers = await childIdentifiers(tx, child.id);
    return IdentifiersPage({
      shell,
      child,
      today,
      drawn,
      identifiers,
      kinds: codes.identifier_type,
      sources: codes.information_source,
    });
  },
  save: async ({ tx, actor, child }, input) =>
    (await addIdentifier(tx, actor, child.id, input))
      ? null
      : [{ field: 'value', message: 'The child’s record has this number already' }],
  done: { to: urls.child.identifiers, message: 'Saved: the number' },
});
