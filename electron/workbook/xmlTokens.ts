/** One piece of an XML text: a tag, or the text between two tags. */
export interface XmlToken {
  kind: 'open' | 'empty' | 'close' | 'text'
  /** Name without its prefix; '' for text. */
  name: string
  /** Raw attributes of a tag, or decoded text. */
  body: string
}

const PIECE =
  /<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<[?!][^>]*>|<(\/?)(?:[\w.-]+:)?([\w.-]+)((?:[^<>"']|"[^"]*"|'[^']*')*)>|([^<]+)/g

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

export function decodeXml(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|(\w+));/g, (whole, ...groups) => {
    const [decimal, hex, name] = groups as (string | undefined)[]
    const code = decimal ? Number(decimal) : hex ? parseInt(hex, 16) : null
    if (code !== null) return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
    return ENTITIES[String(name)] ?? whole
  })
}

/** Walks an XML text piece by piece. Comments, declarations and DTDs are passed over; entities are never expanded. */
export function* xmlTokens(xml: string): Generator<XmlToken> {
  for (const match of xml.matchAll(PIECE)) {
    const [, cdata, slash, name, attributes, text] = match
    if (cdata !== undefined) yield { kind: 'text', name: '', body: cdata }
    else if (text !== undefined) yield { kind: 'text', name: '', body: decodeXml(text) }
    else if (name !== undefined) {
      const body = attributes ?? ''
      const kind = slash === '/' ? 'close' : body.endsWith('/') ? 'empty' : 'open'
      yield { kind, name, body }
    }
  }
}

/** Value of an attribute by its name without prefix. */
export function xmlAttribute(body: string, name: string): string | undefined {
  const found = new RegExp(`(?:^|[\\s:])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(body)
  return found ? decodeXml(found[1] ?? found[2] ?? '') : undefined
}
