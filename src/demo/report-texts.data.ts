/** What is written under each heading of an invented report. */
export const reportTexts: Readonly<Record<string, string>> = {
  'rests-on':
    'Three meetings with the child, two of them at home with their carer. The school’s pastoral lead and the speech and language therapist were asked. The police summary and the last assessment were read. The hospital’s letter had not come by the day of writing.',
  matter:
    'The child went to the shop with two older boys. They say that they did not plan it, and that they ran when they were told to. They put the things down in the next street.\n\nThey now say that they thought of the person at the till afterwards, and that it was wrong.',
  harmed:
    'A person harmed was asked by the victim worker what they want. What they agreed to have told stands below.',
  life: 'Good with their hands, kind to younger children, and at ease with one teacher. They have moved home four times and changed school twice. They were stopped in the street five times last year and say that it makes them feel they are guilty already; that is not hard to understand.\n\nThey read as a child of nine does, and agree to what they have not followed.',
  voices:
    'The child read this report with their worker. They ask that the court know about the bicycle workshop. Their carer says that home is calmer since spring and would come to every meeting.',
  earlier:
    'Earlier work was kept when it was in the afternoon and near home, and not kept when it was far away.',
  safety:
    'It hangs on who they are with in the evenings. A place at the workshop on three evenings would keep them safer than a curfew alone.',
  threshold:
    'It was done with others and by day. Nobody was threatened. In our view custody cannot be thought of for this.',
  proposal:
    'Meetings twice a week at first, one of them with the carer; twelve sessions in the bicycle workshop, and mending done for the shop’s own delivery bicycles. It can begin tomorrow.',
  alternatives:
    'A discharge would leave the evenings as they are. A fine would fall on the carer. Custody would take away the school place and the one adult whom the child trusts.',
};

/** What a manager wrote to the author. */
export const managerNotes = {
  returned:
    'Say more of what the moves have meant for the child, and take out the street where it happened.',
  approved:
    'Clear and fair, and the child is heard in it. The therapist’s advice on words is followed.',
} as const;
