/** A text as people send it, to show what a signature makes of it. */
export const SAMPLE = 'Hi Dana, are you free for a call today at 3 PM?';

export const nobody = { first_name: null, last_name: null, business_name: null };
