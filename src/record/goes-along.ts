/** What goes along when a child passes to another worker; the database moves it with the tie. */
export const goesAlong =
  'With the child go their appointments, meetings not yet written up, what was promised for them, the warnings that are to be looked at again, and what follows a charge or a court.';

/** What does not, and why. */
export const staysBehind =
  'What an audit found in somebody’s own work stays with them, for their supervision. Whoever goes on working with the child in another part keeps what they planned and promised.';
