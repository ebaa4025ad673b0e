/** Who texts in, and what, where a preview needs somebody. */
export const sampled = { first_name: 'Dana', last_name: 'Reyes', business_name: 'Alpine Cold Storage' };
export const QUESTION = 'Hi, is the warehouse job still open?';
