import { choice, code } from '../../../record/choice-fields.tsx';
import { longText, text } from '../../../record/text-fields.tsx';

/** The screen of a referral, and the way on. */
export const triageFields = {
  area: choice(
    [
      { value: 'ours', text: 'In our area' },
      { value: 'another', text: 'In another area', hint: 'Agree with that service who leads' },
      { value: 'unknown', text: 'Not known yet' },
    ],
    {
      label: 'Where does the child live?',
      says: 'Where the child lives',
      required: 'Say where the child lives',
      as: 'small-radios',
    },
  ),
  safeguarding: choice(
    [
      { value: 'none', text: 'No concern seen' },
      { value: 'considered', text: 'Considered, and no referral is needed' },
      { value: 'referred', text: 'Referred to children’s services' },
    ],
    {
      label: 'Is there a safeguarding concern?',
      says: 'Safeguarding',
      required: 'Say what was done about safeguarding',
      as: 'small-radios',
    },
  ),
  exploitation: choice(
    [
      { value: 'none-seen', text: 'No sign seen' },
      { value: 'concern', text: 'Signs seen: to be looked into' },
      { value: 'referred', text: 'Signs seen, and referred on' },
    ],
    {
      label: 'Are there signs that somebody exploits the child?',
      hint: 'For example: gifts or money nobody can explain, missing from home, older friends, far from home with drugs',
      says: 'Exploitation',
      required: 'Say whether there are signs of exploitation',
      as: 'small-radios',
    },
  ),
  urgency: choice(
    [
      { value: 'routine', text: 'Routine' },
      { value: 'soon', text: 'Soon: within days' },
      { value: 'same-day', text: 'The same day' },
    ],
    {
      label: 'How urgent is it?',
      says: 'Urgency',
      required: 'Say how urgent it is',
      as: 'small-radios',
    },
  ),
  way: code('ways', {
    label: 'Way on',
    required: 'Say whether the referral is accepted',
    as: 'small-radios',
  }),
  pathway: code('referral_pathway', { label: 'Pathway, when accepted', says: 'Pathway' }),
  closed_reason: text({
    label: 'To whom, when signposted',
    hint: 'For example: early help, school, the service where the child lives',
    says: 'Signposted to',
    max: 300,
  }),
  triage_note: longText({
    label: 'Why',
    hint: 'What decided it. The child and parent have not been heard yet: say what is not known.',
    required: 'Say why',
  }),
};

/** How urgent triage found it, in words. */
export const urgencyText = (urgency: string) => triageFields.urgency.words(urgency as 'soon', {});
