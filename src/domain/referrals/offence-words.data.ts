/**
 * Words with which an offence begins. “A and B” is two offences only when both sides begin with one
 * of them: common assault and battery, or drunk and disorderly, is one.
 */
export const OFFENCE_OPENINGS = [
  'abh',
  'affray',
  'aggravated',
  'arson',
  'assault',
  'attempted',
  'breach of',
  'burglary',
  'common assault',
  'criminal damage',
  'cultivation',
  'dangerous driving',
  'drive',
  'driving',
  'fraud',
  'going equipped',
  'handling stolen',
  'harassment',
  'malicious communications',
  'interfering with',
  'obstruct',
  'possess',
  'public order',
  'resist',
  'robbery',
  'section',
  'sexual assault',
  'shoplifting',
  'stalking',
  'supply of',
  'theft',
  'threatening',
  'threats to',
  'trespass',
  'twoc',
  'violent disorder',
  'witness intimidation',
] as const;

/** Words by which an offence with a knife is known, whatever else it is called. */
export const KNIFE_WORDS =
  /\b(?:knife|knifes|knifepoint|knives|blade|blades|bladed|machetes?|daggers?|swords?|samurai|cleavers?|(?:box|craft|stanley) cutters?|razors?|kukris?|karambits?|sharp(?:ly)?[ /-]{1,3}pointed|pointed (?:article|object|weapon|instrument)|s(?:ection|ec)?\.? ?139a{0,2})\b/i;
