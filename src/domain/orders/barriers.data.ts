/** What may get in a child's way, looked at before it is said that they had no good reason. */
export const barriers = [
  { value: 'understood', text: 'Whether they were told in a way they understood' },
  { value: 'needs', text: 'Learning, speech and language, or special educational needs' },
  { value: 'health', text: 'Health, sleep, medicine or how they feel' },
  { value: 'transport', text: 'Travel: fare, distance, somebody to bring them' },
  { value: 'safety', text: 'Safety on the way or at the place' },
  { value: 'exploitation', text: 'Somebody who controls or exploits them' },
  { value: 'home', text: 'Home, care or family, and what they must do there' },
  { value: 'clash', text: 'School, work, religion or another appointment at that time' },
  { value: 'service', text: 'What the service did, such as a change of time or worker' },
] as const;
