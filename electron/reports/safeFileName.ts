const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)$/i

/** A name that Windows accepts: no forbidden characters, no reserved device names, not too long. */
export function safeFileName(name: string, extension: string): string {
  const clean = name
    // eslint-disable-next-line no-control-regex -- control characters are what must go
    .replace(/[\u0000-\u001f\\/:*?"<>|]/g, '_')
    .replace(/[. ]+$/, '')
    .slice(0, 120)
  const stem = clean === '' || RESERVED.test(clean) ? `_${clean}` : clean
  return `${stem}.${extension}`
}
