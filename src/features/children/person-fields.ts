import {
  choice,
  code,
  doesNotApply,
  tick,
  yesNo,
  yesNoAnswers,
} from '../../record/choice-fields.tsx';
import { longText, text } from '../../record/text-fields.tsx';
import { telephone } from './contact-fields.tsx';

/** A person in the child's family or network. */
export const personFields = {
  name: text({ label: 'Name', required: 'Enter the person’s name', max: 200 }),
  relationship: code('relationship_type', {
    label: 'Who are they to the child?',
    required: 'Choose who they are to the child',
  }),
  agency: text({
    label: 'Agency (for professionals)',
    says: 'Agency',
    max: 100,
    width: 'one-half',
  }),
  telephone,
  email: text({ label: 'E-mail (optional)', says: 'E-mail', max: 200, width: 'one-half' }),
  parental_responsibility: choice([...yesNoAnswers, doesNotApply], {
    label: 'Do they have parental responsibility?',
    hint: 'In law, not who does the caring',
    says: 'Parental responsibility',
    required: 'Choose whether they have parental responsibility',
    as: 'small-radios',
  }),
  may_be_contacted: yesNo({
    label: 'May we contact them?',
    hint: '“No” when it would put the child or anyone else in danger, or a court forbids it',
    says: 'May be contacted',
    required: 'Choose whether they may be contacted',
  }),
  lives_with_child: tick({
    label: 'Do they live with the child?',
    text: 'They live with the child',
  }),
  emergency_contact: tick({
    label: 'Who is called in an emergency?',
    text: 'Call them in an emergency',
  }),
  note: longText({
    label: 'What matters about them to the child? (optional)',
    hint: 'Their own health, money or safety does not belong here: there is a private place for it',
    says: 'What matters',
    max: 2000,
    rows: 3,
  }),
};

/** The same when the person is changed: some leave the child's life. */
export const personChanges = {
  ...personFields,
  gone: tick({
    label: 'Are they gone from the child’s life?',
    text: 'They are no longer in the child’s life',
  }),
};

/** A parent's or carer's own information, kept apart from the child's record. */
export const privateFields = {
  detail: longText({
    label: 'What do you need to record?',
    required: 'Write what you need to record',
    max: 5000,
  }),
  hide_from: text({
    label: 'Who must not learn of it? (optional)',
    hint: 'For example, the child, or the other parent',
    max: 200,
  }),
};
