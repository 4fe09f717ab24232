import { formatInstant } from '../../domain/calendar/british-time.ts';
import type { PageContext, PostedForm } from './context.ts';
import type { DrawnFor } from './draw.ts';
import { pageOfForm } from './route-finder.ts';
import type { Sent, Standing } from './sent-once.ts';

/** Answers a form that stands already: the very same leads to where it led; another asks whether a second one is meant. */
export function standsAlready(
  { c, shell, page, redirect }: PageContext,
  { frame, routes }: Pick<DrawnFor, 'frame' | 'routes'>,
  { standing, sent, form }: { standing: Standing; sent: Sent; form: PostedForm },
): Response | Promise<Response> {
  const ledTo = standing.ledTo ?? pageOfForm(routes, c.req.path);
  if (standing.isSameWords && (standing.isSameDrawing || sent.hasVersion))
    return redirect(
      ledTo,
      `This stands already: you saved it on ${formatInstant(standing.sentAt)}. Nothing was made twice`,
    );
  const fields = Object.entries(form.values).flatMap(([name, value]) =>
    [value].flat().map((each) => [name, each] as const),
  );
  return page(
    frame.pages.standsAlready(shell, {
      isSameWords: standing.isSameWords,
      sentAt: standing.sentAt,
      ledTo,
      formPage: pageOfForm(routes, c.req.path),
      action: sent.path,
      draftKey: form.carried.draft,
      fields: form.files.length > 0 ? null : fields,
    }),
    409,
  );
}
