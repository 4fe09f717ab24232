import type { TagsOf } from '../../../record/field.ts';
import type { Html } from '../../../ui/html.ts';
import type { holdFields } from './hold-fields.ts';

/** Who a held row means, with what has been put right. */
export const WhoItIsFields = ({ F }: { readonly F: TagsOf<typeof holdFields> }): Html => (
  <>
    <h2 class="govuk-heading-m">Put right what police have told you since</h2>
    <F.forename />
    <F.surname />
    <F.date_of_birth />
    <F.urn />
    <F.offence_on />
    <F.referred_on />
    <F.decision />
    <F.number />
    <F.resolution_note />
  </>
);
