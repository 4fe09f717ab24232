/** What the worker writes, question by question, in the order of the pages. */
export const writtenAnswers: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'The child now': {
    'Home and where the child sleeps': 'With her mother on Lantern Street; her own room.',
    'School, college, training or work': 'Year 11, in class four days of five.',
    'Health: body, mind, speech and language': 'Glue ear. Sleeps badly since summer.',
    Money: 'Pocket money; owes an older friend twenty pounds.',
    'Alcohol, drugs, vaping and medicines': 'Vapes daily, nothing else known.',
    'Friends and free time': 'Two close friends from the choir, three older ones since June.',
  },
  Strengths: {
    'What is good and strong in this child’s life?':
      'She sings, she is funny, and she minds her brother every morning.',
  },
  'Diversity and identity': {
    'Who the child says they are': 'She says: I am both my grandmothers.',
    'Unfair treatment': 'Followed round shops by guards since she was twelve.',
    'What must be done differently for this child?': 'Sit on her left; write down times.',
  },
  'Family and carers': {
    'What the family gives': 'Her mother rings back and comes to everything.',
    'Loss, harm and worry in the family': 'Her grandmother died in August.',
    'Safety of the family': 'Nobody at home is in danger.',
  },
  'Exploitation and safety, online and offline': {
    'What has been seen, and what has been done': 'A new coat; asked where from, told the manager.',
    'Life online': 'One account, locked since a quarrel.',
    'Other children': 'No sign that she draws in others.',
  },
  'Behaviour and what came before': {
    'What happened this time': 'Took make-up, and pushed past the shop worker at the door.',
    'Your comment: what it means': 'One talk about a scooter at thirteen; nothing since.',
    'Why it happened': 'A dare, a debt, and panic at the door.',
  },
  'The child’s own words': {
    'What the child says': 'I panicked when she held the door. I want to say sorry.',
  },
  'The parents’ and carers’ own words': {
    'What parents and carers say': 'She is not herself since her nan died.',
  },
  'Safety of the child': {
    'Risks to the child': 'Older friends ask for favours',
    'How the child could come to harm': 'A debt could turn into errands.',
    'What keeps the child safe': 'Her mother knows who they are and rings at six.',
  },
  'Safety of other people': {
    'Risks to other people': 'Pushing past when held',
    'Who could be hurt': 'Shop workers at a door.',
    'What the harm would be': 'A fall or a fright.',
    'When it is likely': 'When she is stopped and dared in front of others.',
    'What keeps other people safe': 'She leaves her bag at the counter.',
  },
  'Victims’ wishes': {
    'What each victim wants': 'They would like a letter that says sorry.',
  },
  'Looking ahead': {
    'What gives this child the best chance': 'Choir, and somebody to talk to about her nan.',
    'After our work ends': 'Mrs Pollard in the library carries on.',
  },
};
