/** One line of business the firm recruits for: what its people are tagged, grouped and texted about. */
export type Trade = {
  share: number;
  roles: readonly string[];
  tags: readonly string[];
  groups: readonly string[];
  businesses: readonly string[];
  /** Dollars an hour. */
  rates: readonly string[];
};

export const trades: readonly Trade[] = [
  {
    share: 0.42,
    roles: ['forklift operator', 'picker', 'packer', 'receiving clerk', 'reach truck driver', 'dock lead'],
    tags: ['forklift', 'reach truck', 'OSHA 10', 'OSHA 30', 'weekends', 'nights', 'second shift', 'bilingual', 'lead'],
    groups: ['Denver warehouse', 'Alpine Cold Storage', 'Night shift', 'Weekend crew'],
    businesses: ['Alpine Cold Storage', 'Front Range Freight', 'Brighton Cross-Dock', 'Mile High Beverage'],
    rates: ['$21', '$22.50', '$23', '$24.50'],
  },
  {
    share: 0.18,
    roles: ['CDL-A driver', 'box truck driver', 'yard jockey', 'dispatcher'],
    tags: ['CDL-A', 'hazmat', 'local routes', 'DOT card', 'nights', 'home daily'],
    groups: ['Drivers CDL-A', 'Night shift'],
    businesses: ['Rocky Mountain Logistics', 'Poudre Valley Feed', 'Platte River Transfer'],
    rates: ['$28', '$29.50', '$31'],
  },
  {
    share: 0.2,
    roles: ['registered nurse', 'CNA', 'medical assistant', 'phlebotomist', 'clinic receptionist'],
    tags: ['RN', 'CNA', 'BLS', 'nights', 'weekends', 'per diem', 'bilingual'],
    groups: ['Nurses and CNAs', 'Weekend crew'],
    businesses: ['Larkspur Clinics', 'St. Brigid Senior Living', 'Aurora Family Health'],
    rates: ['$24', '$38', '$44'],
  },
  {
    share: 0.14,
    roles: ['accounts payable clerk', 'office coordinator', 'call center agent', 'payroll specialist'],
    tags: ['Excel', 'QuickBooks', 'remote', 'part-time', 'bilingual', 'temp to hire'],
    groups: ['Office and admin'],
    businesses: ['Cherry Creek Title', 'Juniper Benefits', 'Summit Dental Group'],
    rates: ['$20', '$23', '$27'],
  },
  {
    share: 0.06,
    roles: ['hiring manager', 'operations manager', 'site supervisor'],
    tags: ['client', 'invoices', 'decision maker'],
    groups: ['Client contacts'],
    businesses: ['Alpine Cold Storage', 'Larkspur Clinics', 'Rocky Mountain Logistics', 'Mile High Beverage'],
    rates: ['$32'],
  },
];

/** Kept up by the payroll system, so nobody edits its members by hand. */
export const everyone = 'All active';

export const towns = [
  'Aurora',
  'Commerce City',
  'Thornton',
  'Brighton',
  'Lakewood',
  'Westminster',
  'Fort Collins',
  'Greeley',
] as const;

export const areaCodes = ['303', '720', '970', '719', '307', '505', '801', '402', '308', '316', '605', '208'] as const;

export const notes = [
  'Prefers mornings. Needs the bus line, so Brighton only with a ride.',
  'Rate floor $23. Reference from Theo (dock lead) is excellent.',
  'Two forms of ID on file. Background check cleared last month.',
  'Asked us to text, not call, before 3 PM: works nights.',
  'Left the last assignment early for family reasons. Eligible for rehire.',
  'Wants to move from picker to lead. Forklift card runs out in the spring.',
  'Spanish first. Use the bilingual templates.',
  'Allergic to latex: tell the clinic before every shift.',
  'Carpools with his cousin, book them together when possible.',
  'Available after the semester ends. Check back then.',
] as const;
