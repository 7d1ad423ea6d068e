import iconv from 'iconv-lite'

/** CSV as Chinese Excel and WPS save it: GBK, CRLF, quotes only where they are needed. */
export function toGbkCsv(rows: readonly (readonly string[])[]): Uint8Array {
  const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  return new Uint8Array(iconv.encode(rows.map((row) => `${row.map(quoted).join(',')}\r\n`).join(''), 'gbk'))
}
