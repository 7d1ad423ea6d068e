import { posix } from 'node:path'
import { relationsPath, type Relation } from '../../workbook/fill/bookPackage.ts'
import { applySplices, findElement, findTags } from '../../workbook/fill/xmlEdit.ts'
import { xmlAttribute } from '../../workbook/xmlTokens.ts'
import { NS, xml, XML_HEADER } from './emu.ts'

const encoder = new TextEncoder()
const decoder = new TextDecoder()

/** The parts of a presentation by path, in the order in which they are written. Parts nobody puts keep their bytes. */
export class Parts {
  private readonly bytes: Map<string, Uint8Array>

  constructor(bytes: Map<string, Uint8Array>) {
    this.bytes = bytes
  }

  has(path: string): boolean {
    return this.bytes.has(path)
  }

  paths(): string[] {
    return [...this.bytes.keys()]
  }

  text(path: string): string {
    return decoder.decode(this.bytes.get(path))
  }

  put(path: string, content: string | Uint8Array): void {
    this.bytes.set(path, typeof content === 'string' ? encoder.encode(content) : content)
  }

  remove(path: string): void {
    this.bytes.delete(path)
  }

  files(): { name: string; bytes: Uint8Array }[] {
    return [...this.bytes].map(([name, bytes]) => ({ name, bytes }))
  }

  /** `ppt/slides/slide` and `.xml` → the first path of this form that is free. */
  freePath(stem: string, suffix: string): string {
    for (let number = 1; ; number += 1)
      if (!this.has(`${stem}${number}${suffix}`)) return `${stem}${number}${suffix}`
  }

  /** Relations of a part (`''`: of the package), targets as paths in the package; outside ones are left out. */
  relationsOf(path: string): Relation[] {
    const file = relationsPath(path)
    if (!this.has(file)) return []
    return findTags(this.text(file), ['Relationship']).flatMap(({ attributes }) => {
      const [id, type, target] = ['Id', 'Type', 'Target'].map((name) => xmlAttribute(attributes, name))
      if (id === undefined || type === undefined || target === undefined) return []
      if (xmlAttribute(attributes, 'TargetMode') === 'External') return []
      const resolved = posix.join(posix.dirname(`/${path}`), target.replaceAll('\\', '/')).slice(1)
      return [
        {
          id,
          type: type.slice(type.lastIndexOf('/') + 1),
          target: target.startsWith('/') ? target.slice(1) : resolved
        }
      ]
    })
  }

  /** Adds a relation to a part; `target` is a path in the package. */
  relate(path: string, type: string, target: string): string {
    const file = relationsPath(path)
    const known = this.has(file) ? this.text(file) : relationsXml('')
    const taken = new Set(
      findTags(known, ['Relationship']).map(({ attributes }) => xmlAttribute(attributes, 'Id'))
    )
    let number = taken.size + 1
    while (taken.has(`rId${number}`)) number += 1
    const id = `rId${number}`
    const from = path === '' ? '/' : posix.dirname(`/${path}`)
    const entry = `<Relationship Id="${id}" Type="${type}" Target="${xml(posix.relative(from, `/${target}`))}"/>`
    const root = findElement(known, 'Relationships')!
    this.put(
      file,
      root.open.kind === 'empty'
        ? relationsXml(entry)
        : applySplices(known, [{ start: root.innerEnd, end: root.innerEnd, text: entry }])
    )
    return id
  }

  /** Takes relations away; the parts stay. */
  unrelate(path: string, leave: (relation: Relation) => boolean): void {
    const gone = new Set(
      this.relationsOf(path)
        .filter(leave)
        .map((relation) => relation.id)
    )
    if (gone.size === 0) return
    const file = relationsPath(path)
    const known = this.text(file)
    const splices = findTags(known, ['Relationship'])
      .filter(({ attributes }) => gone.has(xmlAttribute(attributes, 'Id') ?? ''))
      .flatMap((tag) => {
        const end = tag.kind === 'empty' ? tag.end : known.indexOf('>', tag.end) + 1
        return [{ start: tag.start, end, text: '' }]
      })
    this.put(file, applySplices(known, splices))
  }

  /** Says what a part is. */
  declare(path: string, contentType: string): void {
    const types = this.text('[Content_Types].xml')
    const root = findElement(types, 'Types')!
    const entry = `<Override PartName="/${xml(path)}" ContentType="${contentType}"/>`
    this.put(
      '[Content_Types].xml',
      applySplices(types, [{ start: root.innerEnd, end: root.innerEnd, text: entry }])
    )
  }

  /** Says what all parts of a suffix are, unless that is said already. */
  declareSuffix(suffix: string, contentType: string): void {
    const types = this.text('[Content_Types].xml')
    const known = findTags(types, ['Default']).some(
      ({ attributes }) => xmlAttribute(attributes, 'Extension')?.toLowerCase() === suffix
    )
    if (known) return
    const root = findElement(types, 'Types')!
    const entry = `<Default Extension="${suffix}" ContentType="${contentType}"/>`
    this.put(
      '[Content_Types].xml',
      applySplices(types, [{ start: root.open.end, end: root.open.end, text: entry }])
    )
  }

  /** Drops what nothing leads to any more, with what was said of it. */
  sweep(): void {
    const reached = new Set(['[Content_Types].xml'])
    const waiting = ['']
    while (waiting.length > 0) {
      const path = waiting.pop()!
      reached.add(relationsPath(path))
      for (const { target } of this.relationsOf(path)) {
        if (reached.has(target) || !this.has(target)) continue
        reached.add(target)
        waiting.push(target)
      }
    }
    for (const path of this.paths()) if (!reached.has(path)) this.remove(path)
    const types = this.text('[Content_Types].xml')
    const orphans = findTags(types, ['Override']).filter(
      ({ attributes }) => !this.has((xmlAttribute(attributes, 'PartName') ?? '').replace(/^\//, ''))
    )
    this.put(
      '[Content_Types].xml',
      applySplices(
        types,
        orphans.map((tag) => ({
          start: tag.start,
          end: tag.kind === 'empty' ? tag.end : types.indexOf('>', tag.end) + 1,
          text: ''
        }))
      )
    )
  }
}

export function relationsXml(inner: string): string {
  return `${XML_HEADER}<Relationships xmlns="${NS.relations}">${inner}</Relationships>`
}
