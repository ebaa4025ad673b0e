/** On the button at the end of each row. It looks like the icon set's, whose dots are a line and a half across, and is one stroke. */
export const Dots = () => (
  <svg className="tabler-icon" style={stroke} viewBox="0 0 24 24" stroke="currentColor" aria-hidden>
    <path d="M5 12h.01M12 12h.01M19 12h.01" />
  </svg>
);

const stroke = { strokeWidth: 3.5, strokeLinecap: 'round' } as const;
