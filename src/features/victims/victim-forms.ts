import { z } from 'zod';
import type { Day } from '../../domain/calendar/day.ts';
import { wishesNames } from '../../domain/victims/wishes.data.ts';
import {
  optionalDay,
  optionalText,
  requiredChoice,
  requiredDay,
  requiredText,
  versionField,
} from '../../platform/http/parse-form.ts';

const asked = ['yes', 'no', 'not-asked'] as const;
const known = ['yes', 'no', 'unknown'] as const;

export const detailsForm = (today: Day) =>
  z.object({
    version: versionField,
    name: requiredText('Enter the person’s name, or the business’s', 200),
    received: optionalDay({ label: 'The day their details arrived', notAfter: today }),
    policeConsent: requiredChoice(
      known,
      'Choose whether they agreed that police pass on their details',
    ),
    contactDetails: optionalText(),
    preferredContact: optionalText(500),
    accessNeeds: optionalText(),
    isChild: requiredChoice(['yes', 'no'], 'Choose whether they are under 18'),
    knownNumber: optionalText(40),
    note: optionalText(),
  });

export const wishesForm = (today: Day) =>
  z.object({
    version: versionField,
    vaultVersion: versionField,
    wishes: requiredChoice(wishesNames, 'Choose how far you have come'),
    on: requiredDay({
      label: 'The day',
      notAfter: today,
      required: 'Enter the day you asked or heard',
    }),
    words: optionalText(),
    impact: optionalText(),
    reason: optionalText(),
    safetyNeed: requiredChoice(known, 'Choose whether they need to be kept safe'),
    safetyLine: optionalText(),
    updatesWanted: requiredChoice(asked, 'Choose whether they want updates'),
  });

export const shareForm = (today: Day) =>
  z.object({
    version: versionField,
    shared: requiredText('Enter the words they agreed to share'),
    consent: requiredDay({
      label: 'The day they agreed',
      notAfter: today,
      required: 'Enter the day they agreed',
    }),
    tellChild: requiredChoice(asked, 'Choose whether the child may be told'),
  });

export const contactForm = (today: Day, methods: readonly string[]) =>
  z.object({
    held: requiredDay({
      label: 'The day of the contact',
      notAfter: today,
      required: 'Enter the day of the contact',
    }),
    method: z
      .string()
      .default('')
      .refine((method) => methods.includes(method), 'Choose how you made contact'),
    reached: requiredChoice(['yes', 'no'], 'Choose whether you reached them'),
    note: requiredText('Enter what was said or what you tried'),
  });

export const closeForm = (reasons: readonly string[]) =>
  z.object({
    version: versionField,
    reason: z
      .string()
      .default('')
      .refine((reason) => reasons.includes(reason), 'Choose why the line is closed'),
  });

/** One right's two fields: a day it was done, or why it was not. */
export const rightForm = (code: string, label: string, today: Day) =>
  z.object({
    [`done-${code}`]: optionalDay({ label: `${label}: the day`, notAfter: today }),
    [`why-${code}`]: optionalText(500),
  });
