/** A text with the wide letters, digits and signs of Chinese keyboards replaced by those of ASCII. */
export function withPlainSigns(text: string): string {
  return text.replace(/[！-～]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - WIDE));
}

/** How far the wide form of a sign is from the plain one, in Unicode. */
const WIDE = 0xfee0;
