export interface Codec {
  /** Text for a value. Throws "An object could not be cloned." where structured clone would. */
  encode: (value: unknown) => string
  decode: (text: string) => unknown
}

type Tagged = { $: string; v?: unknown }

/**
 * Structured clone over text, for both sides of the host: dates, maps, sets, errors, big integers, buffers, typed
 * arrays, cycles, `undefined`, NaN and -0 survive; functions, symbols and promises are refused, as in Electron's IPC.
 *
 * One self-contained function: its source is injected into the page as well.
 */
export function makeCodec(): Codec {
  const arrays = [
    Int8Array,
    Uint8Array,
    Uint8ClampedArray,
    Int16Array,
    Uint16Array,
    Int32Array,
    Uint32Array,
    Float32Array,
    Float64Array,
    BigInt64Array,
    BigUint64Array
  ]
  const errors = [Error, TypeError, RangeError, SyntaxError, ReferenceError, EvalError, URIError]

  const toBase64 = (bytes: Uint8Array): string => {
    let text = ''
    for (let at = 0; at < bytes.length; at += 0x8000)
      text += String.fromCharCode(...bytes.subarray(at, at + 0x8000))
    return btoa(text)
  }
  const fromBase64 = (text: string): ArrayBuffer => Uint8Array.from(atob(text), (c) => c.charCodeAt(0)).buffer
  const refuse = (what: string): Error => new Error(`An object could not be cloned. (${what})`)

  function encode(value: unknown): string {
    const seen = new Map<object, number>()
    const tag = (kind: string, v?: unknown): Tagged => ({ $: kind, v })

    const encodeObject = (object: object): unknown => {
      const index = seen.get(object)
      if (index !== undefined) return tag('ref', index)
      seen.set(object, seen.size)
      // By name, not by instanceof: a value may come from another realm.
      const kind = Object.prototype.toString.call(object).slice(8, -1)
      if (Array.isArray(object)) return tag('array', Array.from(object, visit))
      if (object instanceof Error || kind === 'Error') {
        const { name, message, stack } = object as Error
        return tag('error', { name, message, stack })
      }
      if (ArrayBuffer.isView(object)) {
        const bytes = new Uint8Array(object.buffer, object.byteOffset, object.byteLength)
        return tag('view', [arrays.some((a) => a.name === kind) ? kind : 'DataView', toBase64(bytes)])
      }
      switch (kind) {
        case 'Date':
          return tag('date', (object as Date).getTime())
        case 'RegExp':
          return tag('regexp', [(object as RegExp).source, (object as RegExp).flags])
        case 'Map':
          return tag(
            'map',
            [...(object as Map<unknown, unknown>)].map(([k, v]) => [visit(k), visit(v)])
          )
        case 'Set':
          return tag('set', [...(object as Set<unknown>)].map(visit))
        case 'ArrayBuffer':
          return tag('buffer', toBase64(new Uint8Array(object as ArrayBuffer)))
        case 'Number':
        case 'String':
        case 'Boolean':
          return visit(object.valueOf())
        case 'Promise':
        case 'WeakMap':
        case 'WeakSet':
        case 'WeakRef':
          throw refuse(kind)
        default: {
          const copy: Record<string, unknown> = {}
          for (const [key, entry] of Object.entries(object)) copy[key] = visit(entry)
          return tag('object', Object.entries(copy))
        }
      }
    }

    const visit = (x: unknown): unknown => {
      switch (typeof x) {
        case 'string':
        case 'boolean':
          return x
        case 'number':
          return Number.isFinite(x) && !Object.is(x, -0)
            ? x
            : tag('number', Object.is(x, -0) ? '-0' : String(x))
        case 'undefined':
          return tag('undefined')
        case 'bigint':
          return tag('bigint', String(x))
        case 'function':
        case 'symbol':
          throw refuse(typeof x)
        case 'object':
          return x === null ? null : encodeObject(x)
      }
    }
    return JSON.stringify(visit(value))
  }

  function decode(text: string): unknown {
    const made: unknown[] = []
    const keep = <T>(x: T): T => {
      made.push(x)
      return x
    }
    const visit = (x: unknown): unknown => {
      if (x === null || typeof x !== 'object') return x
      const { $: kind, v } = x as Tagged
      switch (kind) {
        case 'undefined':
          return undefined
        case 'number':
          return Number(v)
        case 'bigint':
          return BigInt(v as string)
        case 'ref':
          return made[v as number]
        case 'array': {
          const array = keep<unknown[]>([])
          for (const entry of v as unknown[]) array.push(visit(entry))
          return array
        }
        case 'object': {
          const object = keep<Record<string, unknown>>({})
          for (const [key, entry] of v as [string, unknown][])
            Object.defineProperty(object, key, {
              value: visit(entry),
              enumerable: true,
              configurable: true,
              writable: true
            })
          return object
        }
        case 'date':
          return keep(new Date(v as number))
        case 'regexp':
          return keep(new RegExp(...(v as [string, string])))
        case 'map': {
          const map = keep(new Map<unknown, unknown>())
          for (const [key, entry] of v as [unknown, unknown][]) map.set(visit(key), visit(entry))
          return map
        }
        case 'set': {
          const set = keep(new Set<unknown>())
          for (const entry of v as unknown[]) set.add(visit(entry))
          return set
        }
        case 'error': {
          const { name, message, stack } = v as Error
          const Kind = errors.find((e) => e.name === name) ?? Error
          return keep(Object.assign(new Kind(message), { stack }))
        }
        case 'buffer':
          return keep(fromBase64(v as string))
        case 'view': {
          const [name, bytes] = v as [string, string]
          const Kind = (arrays.find((a) => a.name === name) ?? DataView) as new (
            buffer: ArrayBuffer
          ) => ArrayBufferView
          return keep(new Kind(fromBase64(bytes)))
        }
        default:
          throw new Error('electron-host: a message in an unknown form')
      }
    }
    return visit(JSON.parse(text))
  }
  return { encode, decode }
}
