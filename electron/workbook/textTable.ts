/** Many texts as two large pieces: they cross between threads at the speed of a copy, and are cut out when asked for. */
export interface PackedTexts {
  joined: string
  /** Where each text ends in `joined`. */
  ends: Uint32Array<ArrayBuffer>
}

/** Collects texts; a text is known by its place. */
export class TextTable {
  private readonly texts: string[] = []
  private readonly places = new Map<string, number>()

  /** For texts that hardly repeat: looking them up costs more than storing them twice. */
  push(text: string): number {
    return this.texts.push(text) - 1
  }

  add(text: string): number {
    let place = this.places.get(text)
    if (place === undefined) {
      place = this.push(text)
      this.places.set(text, place)
    }
    return place
  }

  pack(): PackedTexts {
    const ends = new Uint32Array(this.texts.length)
    let end = 0
    this.texts.forEach((text, place) => {
      end += text.length
      ends[place] = end
    })
    return { joined: this.texts.join(''), ends }
  }
}

/** Reads packed texts by place, each cut out once. */
export function textReader({ joined, ends }: PackedTexts): (place: number) => string {
  const known = new Array<string | undefined>(ends.length)
  return (place) => (known[place] ??= joined.slice(place === 0 ? 0 : ends[place - 1], ends[place]))
}
