/** What invented readers write. Thinner on other people's safety and on contingency, as inspectors find. */
export const auditTexts = {
  yes: [
    'The child’s own account stands beside what police and school said, and the difference between them is thought about.',
    'What would help is named, and it follows from what is known about this child and nobody else.',
    'Home, school and friends are each looked at, with what helps as well as what gets in the way.',
    'Other agencies were asked early and their answers changed something.',
  ],
  no: [
    'Who could be hurt is described in one sentence, and what would set it off is not said.',
    'Social care was known to be involved and was not asked before the assessment was signed.',
    'The levels are right but the reasons are about the offence; the child’s safety at home is hardly there.',
    'There is no line for what to do if things get worse.',
  ],
  oversightYes: [
    'The manager gave a clear direction at the start and came back to it when things changed.',
    'Each entry says what was read and what was missing, and the next one says whether it was put right.',
  ],
  oversightNo: [
    'Entries say that the case was talked through, but not what was found or asked for.',
    'The gap in the plan was signed off twice without a word.',
  ],
  victimYes: [
    'They were reached in the week that their details came, in the way they had asked for, and told what they may expect.',
    'Their wish was with the panel before it decided, and they heard what became of it.',
  ],
  victimNo: [
    'They were asked once, by letter, and nothing shows that anybody tried another way.',
    'What they wanted is written down; nobody told them how it ended.',
  ],
  strengths: [
    'The worker kept at it after two missed visits and found a place where the child would talk.',
    'The parents’ view is there in their own words, and the plan answers it.',
    'Difference is thought about: what being the youngest in the group means for this child is written down.',
    'The victim’s wish for distance is a line of the plan with a name and a day.',
  ],
  learning: [
    'Ask social care in the first week, before the analysis is written.',
    'Say what would set it off, how soon and who would be hurt, so that the plan has something to answer.',
    'Write down what happens if the plan does not work: if, then, who, within what time.',
    'Bring the child’s strengths into the plan and not only into the assessment.',
  ],
  actions: [
    'Add who could be hurt and what would set it off to the assessment',
    'Ask social care what they hold and say what it changes',
    'Write contingency lines with the child and the parents',
  ],
  moderation:
    'Talked through with both readers. What is missing matters more than what is there: agreed as no.',
  summaries: [
    'Assessing is warm and knows the child. What would keep other people safe is thin in about half of the cases, and social care is asked late. Two team sessions are planned, and the same standard is read again in three months.',
    'Workers know their children well, and parents are asked early. Two things are missing again and again: what would set off harm to others, and an answer from social care before the assessment is signed. Each team looks at one assessment a month together.',
    'Children’s own words are in most assessments and the level given is nearly always right. Reasons for the level are thin where the offence is all that is known. Managers will send back an assessment without a sentence on who could be hurt.',
    'Better than three months ago: social care is asked sooner, and difference is thought about in most cases. What would keep other people safe is still the weakest part, and stays on the list for next time.',
  ],
  discussed:
    'Checked: From the audit. We read the learning together and looked at the assessment side by side.\n\nFound: Agreed that the analysis of harm to others is thin; rewritten together, and the next two assessments will be looked at before they are signed.',
} as const;
