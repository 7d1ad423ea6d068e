/** Windows reads these as devices, also with something behind a dot: `CON.排名表.xlsx`. */
const RESERVED = /^(con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³])(\.|$)/i
/** Not allowed in names, or able to disguise the extension by turning the reading direction. */
const FORBIDDEN = /[\p{Cc}\p{Surrogate}\u200e\u200f\u202a-\u202e\u2066-\u2069\\/:*?"<>|]/gu
const LONGEST = 120

/** A name that Windows accepts for a folder, or for a file without its suffix: nothing forbidden, no device, not too long. */
export function safeName(name: string): string {
  const clean = Array.from(name.replace(FORBIDDEN, '_').trim())
    .slice(0, LONGEST)
    .join('')
    .replace(/[. ]+$/, '')
  return clean === '' || RESERVED.test(clean) ? `_${clean}` : clean
}

/** A file name that Windows accepts. */
export function safeFileName(name: string, extension: string): string {
  return `${safeName(name)}.${extension}`
}
