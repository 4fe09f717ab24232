import type { Html } from '../../../ui/html.ts';

/** What has changed since a report was approved, so that nobody is given it as it stands; nothing where nothing has. */
export const MustLookAgain = ({ at }: { readonly at: readonly string[] }): Html | null =>
  at.length === 0 ? null : (
    <section aria-labelledby="again" class="fh-card fh-card-warning">
      <h2 class="govuk-heading-s" id="again">
        It must be looked at again before anybody is given it
      </h2>
      <ul class="govuk-list govuk-list--bullet">
        {at.map((line) => (
          <li>{line}</li>
        ))}
      </ul>
    </section>
  );
