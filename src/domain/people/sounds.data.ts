/**
 * How spellings sound, applied from top to bottom to one normalised word. `sound` replaces what
 * `spelt` finds; where a spelling is said in two ways, `also` is the other and gives a second key.
 * Capital letters are sounds already decided: X is sh or ch, J is soft g, 0 is th.
 * Chosen for names met in England and Wales: English, Welsh, Irish, Polish, South Asian, African.
 */
export type SoundRule = {
  readonly spelt: RegExp;
  readonly sound: string;
  readonly also?: string;
};

export const SOUND_RULES: readonly SoundRule[] = [
  // Silent beginnings
  { spelt: /^(kn|gn|pn)/, sound: 'N' },
  { spelt: /^(wr|rh)/, sound: 'R' },
  { spelt: /^ps/, sound: 'S' },
  { spelt: /^x/, sound: 'S' },
  { spelt: /^mc|^mac(?=[^aeiouhky])/, sound: 'MK' },
  // Irish and Welsh names that are far from their sound
  { spelt: /^siobh/, sound: 'XF' },
  { spelt: /^(sian|sean|shaun|shawn|shan)$/, sound: 'XN' },
  { spelt: /^niamh$/, sound: 'NF' },
  { spelt: /^ll/, sound: 'L' },
  { spelt: /^(thom|than)/, sound: 'TM', also: '0M' },
  // Groups of letters that are one sound
  { spelt: /szcz|shch/g, sound: 'X' },
  { spelt: /tch|cz|sz|tsch|sch(?=[^aeiou]|$)/g, sound: 'X' },
  { spelt: /sch/g, sound: 'X', also: 'SK' },
  { spelt: /ch/g, sound: 'X', also: 'K' },
  { spelt: /sh|zh/g, sound: 'X' },
  { spelt: /ti(?=on|a)|si(?=on)|ci(?=a|o)/g, sound: 'X', also: 'S' },
  { spelt: /ph/g, sound: 'F' },
  { spelt: /th/g, sound: '0', also: 'T' },
  { spelt: /dg(?=[eiy])|dz/g, sound: 'J' },
  { spelt: /([aeiou])ugh(?=t|$)|([aeio])igh(?=t|$)|([aeiou])gh(?=t|$)/g, sound: 'A' },
  { spelt: /gh(?=[aeiou])/g, sound: 'K' },
  { spelt: /gh/g, sound: '' },
  { spelt: /ck|cc|cq|q[u]?/g, sound: 'K' },
  { spelt: /kh/g, sound: 'K' },
  { spelt: /c(?=[eiy])/g, sound: 'S' },
  { spelt: /c/g, sound: 'K' },
  { spelt: /gn(?=$|s)/g, sound: 'N' },
  { spelt: /g(?=[eiy])/g, sound: 'J', also: 'K' },
  { spelt: /g/g, sound: 'K' },
  { spelt: /mb$/g, sound: 'M' },
  { spelt: /x/g, sound: 'KS' },
  { spelt: /^j/, sound: 'J', also: 'Y' },
  { spelt: /j/g, sound: 'J' },
  { spelt: /z/g, sound: 'S' },
  { spelt: /ff|f/g, sound: 'F' },
  { spelt: /w(?=[aeiouy])/g, sound: 'W', also: 'F' },
  { spelt: /w/g, sound: '' },
  { spelt: /v/g, sound: 'F' },
  { spelt: /d(?=$|t)/g, sound: 'T' },
  { spelt: /d/g, sound: 'T' },
  { spelt: /b/g, sound: 'P' },
  { spelt: /h(?=[aeiouy])/g, sound: 'H', also: '' },
  { spelt: /h/g, sound: '' },
];
