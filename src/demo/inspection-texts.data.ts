/** Invented findings, texts and promises of the demonstration's own inspections. */
export const inspectionTexts = {
  attended:
    'Philippa Standfast, head of service\nMarguerite Oyelaran, practice manager\nNasir Hollyoak, practice manager\nDesmond Plumb, quality auditor',
  panelNotes:
    'Read the findings of each standard aloud, then the cases. No rating from cases was moved.',
  findings: [
    {
      standard: '2.1',
      bears: 'strength',
      finding: 'Assessments tell the child’s story well and begin with what the child is good at.',
      source: 'meeting',
      detail: 'Moderation meeting of the readers',
    },
    {
      standard: '2.1',
      bears: 'gap',
      finding:
        'How other people could be harmed is named more often than it is thought through: who, where and when is left open.',
      source: 'meeting',
      detail: 'Moderation meeting of the readers',
    },
    {
      standard: '2.2',
      bears: 'strength',
      finding: 'Children can say what their plan is for, and most helped to write it.',
      source: 'interview',
      detail: 'Talks with six children and four parents',
    },
    {
      standard: '2.2',
      bears: 'gap',
      finding: 'Contingencies are copied from one plan to the next and fit no child in particular.',
      source: 'document',
      detail: 'Plans of the sample',
    },
    {
      standard: '2.3',
      bears: 'strength',
      finding: 'Appointments fit around school and college, and workers go to where the child is.',
      source: 'interview',
      detail: 'Talks with case managers',
    },
    {
      standard: '2.3',
      bears: 'gap',
      finding: 'Partners learn late that a plan has changed, so that their work goes on as before.',
      source: 'interview',
      detail: 'Talks with health and education colleagues',
    },
    {
      standard: 'V1',
      bears: 'strength',
      finding:
        'Every victim who agreed to be contacted was asked what would help them to feel safe.',
      source: 'data',
      detail: 'Victim worklist of the year',
    },
    {
      standard: 'V1',
      bears: 'gap',
      finding: 'Few victims are told how it ended, and nobody checks that they are.',
      source: 'staff-survey',
      detail: 'Survey of the service in the spring',
    },
  ],
  selfFindings: [
    {
      standard: '1.1',
      bears: 'strength',
      finding: 'The board has a plan with dates, and reads the record of what was promised.',
      source: 'document',
      detail: 'Board papers of the last year',
    },
    {
      standard: '1.1',
      bears: 'gap',
      finding: 'Two agencies send somebody who may not decide.',
      source: 'meeting',
      detail: 'Board meeting in the summer',
    },
    {
      standard: '1.2',
      bears: 'gap',
      finding: 'Supervision is regular, but seldom finds what is missing in a case.',
      source: 'data',
      detail: 'Audits beside managers’ own view',
    },
    {
      standard: '2.1',
      bears: 'strength',
      finding: 'Workers use what schools know about the child.',
      source: 'meeting',
      detail: 'Team meeting, north',
    },
  ],
  texts: {
    foreword:
      'This is our own trial of an inspection. It comes to {overall}, with {score} of {max} points.\n\nChildren like their workers and can say what their plan is for. What holds us back is how we think about the safety of other people, and plans that say nothing of use for the day on which things go wrong.',
    background:
      'Eastmarsh is a port with villages around it. Two teams work from three places, and most children come to us before a court has seen them.',
    diversity:
      'The sample keeps to all children’s shares in sex, work and risk; children in care are looked at in a themed audit of their own. Workers ask about faith and language, but seldom say what they made of the answer.',
    voice:
      'Children told us that their worker turns up, and that the building does not feel like theirs. Parents wanted to be told sooner when an appointment moves.',
  },
  /** What the panel decided of each standard that is judged, and why. */
  judged: {
    V1: {
      rating: 'Good',
      reason:
        'Contact is made well and early. What is missing is the end of the story: few are told, and nobody checks.',
      positions:
        'Marguerite Oyelaran: Good, as contact is the greater part\nNasir Hollyoak: Requires improvement at first, Good after hearing the figures',
      dissent: 'None in the end.',
    },
    '1.1': {
      rating: 'Good',
      reason:
        'The plan and the papers are good, and what was promised is followed up. Two agencies do not send anybody who may decide.',
      positions: 'Desmond Plumb: Good\nMarguerite Oyelaran: Good, only just',
      dissent: null,
    },
    '1.2': {
      rating: 'Requires improvement',
      reason: 'Supervision is regular, and the cases show that it seldom finds what is missing.',
      positions: 'Nasir Hollyoak: Requires improvement\nPhilippa Standfast: Requires improvement',
      dissent: null,
    },
    '1.3': {
      rating: 'Good',
      reason: 'Partners answer in time, and children wait for one service alone.',
      positions: 'Marguerite Oyelaran: Good\nDesmond Plumb: Good',
      dissent: 'The auditor would have waited for the survey of partners.',
    },
  },
  recommendations: [
    {
      text: 'Make sure that every assessment says who may be harmed, how, and what stands between.',
      addressees: ['Head of service'],
      measure: 'Eight in ten audited assessments by the spring, from six in ten now.',
      actions: [
        {
          what: 'Two workshops on thinking through harm, with cases that staff bring',
          done: true,
          evidence: 'Held twice, 31 people came; notes are with the practice managers',
          impact: 'The last audit found it in more cases than the one before',
        },
        { what: 'Read ten assessments a month for this alone', done: false },
      ],
    },
    {
      text: 'Write a contingency for each plan with the child and the people it names.',
      addressees: ['Youth justice service', 'Children’s services'],
      measure: 'No plan is agreed without one that names a person and a first step.',
      actions: [{ what: 'Put the question to every planning meeting', done: false, moved: true }],
    },
    {
      text: 'See that agencies send people to the board who can decide.',
      addressees: ['Chair of the management board', 'Police', 'Health'],
      measure: null,
      actions: [],
    },
  ],
  points: [
    {
      place: 'Standard 1.1, second gap',
      point: 'Three agencies are meant, not two.',
      by: 'Board member for health',
      evidence: 'Minutes of the summer meeting, list of those present',
      answer: 'rejected',
      reason: 'The third sent a deputy who had been given the decision in writing.',
    },
    {
      place: 'Background',
      point: 'The third place closed in the winter.',
      by: 'Business support',
      evidence: 'Notice to the landlord',
      answer: null,
      reason: null,
    },
  ],
  /** What is told to the press, and who agreed to be quoted. */
  press: {
    mock: {
      headline: 'Eastmarsh’s own trial inspection comes to {overall}',
      words:
        'Eastmarsh Youth Justice Service has inspected its own work, as the inspectorate would, and comes to {score} of {max} points.\n\nChildren like their workers and can say what their plan is for. The service has to think harder about the safety of other people. It has made {recommendations} recommendations and reports on each to its board.',
      contact: 'Communications team, Eastmarsh Council, press@eastmarsh.example',
      quotations: [
        {
          words: 'This is our own trial of an inspection … Children like their workers',
          by: 'Head of service',
          part: 'foreword',
          detail: 'The head of service wrote it to be quoted',
        },
        {
          words: 'their worker turns up',
          by: 'A child who works with the service',
          part: 'voice',
          detail: 'Asked by their worker, with their father; both said yes',
        },
      ],
    },
    self: {
      notice: {
        headline: 'Eastmarsh looks at its own work',
        words: 'The service has assessed itself, and comes to {score} of {max} points so far.',
        contact: 'Communications team, Eastmarsh Council, press@eastmarsh.example',
      },
      quotations: [
        {
          words: 'Workers use what schools know about the child',
          by: 'A case manager',
          finding: 3,
        },
      ],
    },
  },
} as const;
