/** A tag at its place in an XML text. */
export interface TagSpot {
  /** Name without its prefix. */
  name: string
  /** With its colon, '' where there is none. */
  prefix: string
  kind: 'open' | 'close' | 'empty'
  /** Raw, without the slash of an empty tag. */
  attributes: string
  /** First character of the tag, and one past its last. */
  start: number
  end: number
}

/** A piece of text to be put in the place of `start`–`end`. */
export interface Splice {
  start: number
  end: number
  text: string
}

const patterns = new Map<string, RegExp>()

function patternFor(names: readonly string[]): RegExp {
  const key = names.join('|')
  let pattern = patterns.get(key)
  if (pattern === undefined) {
    pattern = new RegExp(
      // Comments and CDATA are passed over whole: what looks like a tag in them is none.
      String.raw`<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<(\/?)((?:[\w.-]+:)?)(${key})(?=[\s/>])([^<>"']*(?:(?:"[^"]*"|'[^']*')[^<>"']*)*)>`,
      'g'
    )
    patterns.set(key, pattern)
  }
  return pattern
}

/** Walks the tags of these names between two places, in order. */
export function* walkTags(
  xml: string,
  names: readonly string[],
  from = 0,
  to = xml.length
): Generator<TagSpot> {
  // A copy of its own: another walk may run inside this one.
  const pattern = new RegExp(patternFor(names))
  pattern.lastIndex = from
  for (let match = pattern.exec(xml); match !== null && match.index < to; match = pattern.exec(xml)) {
    const [whole, slash, prefix, name, body] = match
    if (name === undefined) continue
    const empty = body?.endsWith('/') === true
    yield {
      name,
      prefix: prefix ?? '',
      kind: slash === '/' ? 'close' : empty ? 'empty' : 'open',
      attributes: empty ? (body ?? '').slice(0, -1) : (body ?? ''),
      start: match.index,
      end: match.index + whole.length
    }
  }
}

/** Opening and empty tags of these names. */
export function findTags(xml: string, names: readonly string[]): TagSpot[] {
  return [...walkTags(xml, names)].filter((tag) => tag.kind !== 'close')
}

/** From the opening tag to one past the closing tag of the first element of this name; null where there is none. */
export function findElement(
  xml: string,
  name: string,
  from = 0
): { open: TagSpot; innerEnd: number; end: number } | null {
  let open: TagSpot | null = null
  let depth = 0
  for (const tag of walkTags(xml, [name], from)) {
    if (open === null) {
      if (tag.kind === 'close') continue
      if (tag.kind === 'empty') return { open: tag, innerEnd: tag.end, end: tag.end }
      open = tag
      depth = 1
    } else if (tag.kind === 'open') depth++
    else if (tag.kind === 'close' && --depth === 0) return { open, innerEnd: tag.start, end: tag.end }
  }
  return null
}

/** Applies splices that do not overlap, in any order. Two insertions at one place keep their order. */
export function applySplices(xml: string, splices: readonly Splice[]): string {
  const pieces: string[] = []
  let at = 0
  for (const splice of splices.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    pieces.push(xml.slice(at, splice.start), splice.text)
    at = splice.end
  }
  pieces.push(xml.slice(at))
  return pieces.join('')
}

/** Raw attributes with one set (null: without it). The name is matched without a prefix. */
export function withAttribute(attributes: string, name: string, value: string | null): string {
  const rest = attributes.replace(new RegExp(`\\s+${name}\\s*=\\s*(?:"[^"]*"|'[^']*')`), '').trimEnd()
  return value === null ? rest : `${rest} ${name}="${escapeXml(value)}"`
}

export function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
