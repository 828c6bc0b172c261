/**
 * Emergency numbers by country, of those of which docs/care.md has a source; `EU` stands for the European Union. No number
 * is shown to who has not chosen a country.
 */
export const EMERGENCY_NUMBERS = {
  AU: '000',
  CA: '911',
  CN: '120',
  EU: '112',
  GB: '999',
  JP: '119',
  US: '911',
} as const;
export type Country = keyof typeof EMERGENCY_NUMBERS;

/** A country, or none, as a preference has it. */
export const COUNTRY_CHOICES = ['none', 'AU', 'CA', 'CN', 'EU', 'GB', 'JP', 'US'] as const;
export type CountryChoice = (typeof COUNTRY_CHOICES)[number];

/** The number to call; nothing where no country was chosen. */
export function emergencyNumber(country: CountryChoice): string | undefined {
  return country === 'none' ? undefined : EMERGENCY_NUMBERS[country];
}
