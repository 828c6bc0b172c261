/**
 * Emergency numbers by country, limited to those with a source in docs/care.md; `EU` stands for the European Union. No
 * number is shown until a country is chosen.
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

/** The values of the country preference. */
export const COUNTRY_CHOICES = ['none', 'AU', 'CA', 'CN', 'EU', 'GB', 'JP', 'US'] as const;
export type CountryChoice = (typeof COUNTRY_CHOICES)[number];

/** The number to call; undefined if no country is chosen. */
export function emergencyNumber(country: CountryChoice): string | undefined {
  return country === 'none' ? undefined : EMERGENCY_NUMBERS[country];
}
