import { z } from 'zod';
import { can, claimsOf } from '../../domain/access/can.ts';
import { recordClasses } from '../../domain/access/record-classes.data.ts';
import { questionFor } from '../../domain/information/agencies.data.ts';
import { notYetAsked, requestState } from '../../domain/information/requests.ts';
import { choicesOf, labelOf } from '../../domain/reference/codes.ts';
import { codeLists } from '../../platform/db/codes.ts';
import type { ChildContext } from '../../platform/http/context.ts';
import { type FormError, parseForm, requiredText } from '../../platform/http/parse-form.ts';
import { childRoute, type Route } from '../../platform/http/route.ts';
import { urls } from '../../urls.ts';
import { answerRoutes } from './answer.routes.ts';
import { addNote } from './answer-request.ts';
import { alwaysAsked, askRoutes } from './ask.routes.ts';
import { notesOf, requestsOf } from './information.queries.ts';
import { InformationListPage } from './information-list.view.tsx';
import { PartnerNotesPage } from './partner-notes.view.tsx';
import { requestRoutes } from './request.routes.ts';

export const informationRoutes: readonly Route[] = [
  childRoute({
    method: 'get',
    path: urls.information.list(':childId'),
    tab: { room: 'assessment', text: 'Information' },
    permission: 'child.view',
    audit: 'view',
    handle: async ({ tx, actor, child, shell, today, page }) => {
      const requests = await requestsOf(tx, child.id);
      const { agency } = await codeLists(tx, ['agency']);
      return page(
        InformationListPage({
          shell,
          child,
          today,
          lines: requests.map((request) => ({
            ...request,
            agency: labelOf(agency, request.agency),
            state: requestState(request, today),
          })),
          notAsked: notYetAsked(alwaysAsked, requests).map((code) => labelOf(agency, code)),
          mayAsk: can(actor, 'information.ask'),
          seesAll: claimsOf(actor.role).read.includes('RC4'),
        }),
      );
    },
  }),
  ...askRoutes,
  childRoute({
    method: 'get',
    path: urls.information.notes(':childId'),
    tab: { under: urls.information.list(':childId') },
    permission: 'child.view',
    audit: 'view',
    handle: async (context) =>
      notesPage(context, {
        errors: [],
        typed: can(context.actor, 'partner-note.write') ? {} : {},
      }),
  }),
  childRoute({
    method: 'post',
    path: urls.information.notes(':childId'),
    permission: 'partner-note.write',
    audit: 'change',
    handle: async (context) => {
      const { tx, actor, child, form, redirect } = context;
      const fields = await form();
      const { handling_code } = await codeLists(tx, ['handling_code']);
      const coded = questionFor(actor.agency).recordClass === 'RC7';
      const handlingCode = handling_code.find(({ code }) => code === fields.text('handlingCode'));
      const parsed = parseForm(noteForm, fields);
      const errors: FormError[] = [
        ...(parsed.ok ? [] : parsed.errors),
        ...(coded && !handlingCode
          ? [{ field: 'handlingCode', message: 'Choose how the note may be handled' }]
          : []),
      ];
      if (!parsed.ok || errors.length > 0)
        return notesPage(context, { errors, typed: fields.values }, 422);
      await addNote(tx, actor, {
        childId: child.id,
        requestId: null,
        detail: parsed.value.detail,
        handlingCode: coded ? (handlingCode?.code ?? null) : null,
      });
      return redirect(urls.information.notes(child.id), 'Saved: your note');
    },
  }),
  ...requestRoutes,
  ...answerRoutes,
];

const noteForm = z.object({ detail: requiredText('Enter your note') });

async function notesPage(
  context: ChildContext,
  shown: {
    readonly errors: readonly FormError[];
    readonly typed: Readonly<Record<string, string | string[]>>;
  },
  status: 200 | 422 = 200,
) {
  const { tx, actor, child, shell, today, page } = context;
  const notes = await notesOf(tx, child.id);
  const { agency, handling_code } = await codeLists(tx, ['agency', 'handling_code']);
  const ownClass = questionFor(actor.agency).recordClass;
  return page(
    PartnerNotesPage({
      shell,
      child,
      today,
      ...shown,
      notes: notes.map((note) => ({
        ...note,
        className: (recordClasses as Record<string, string>)[note.recordClass] ?? '',
        agency: labelOf(agency, note.agency),
        handling: labelOf(handling_code, note.handlingCode),
      })),
      writes: can(actor, 'partner-note.write')
        ? {
            className: recordClasses[ownClass],
            handlingCodes: ownClass === 'RC7' ? choicesOf(handling_code) : [],
          }
        : null,
    }),
    status,
  );
}
