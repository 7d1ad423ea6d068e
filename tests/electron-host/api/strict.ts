/** Names that languages, loggers and test tools probe on any object: absent, but no mistake. */
const PROBED = new Set([
  'then',
  'toJSON',
  'constructor',
  'asymmetricMatch',
  'nodeType',
  'tagName',
  '$$typeof',
  '__esModule',
  'default',
  'inspect',
  'domain'
])

/** Throws the host's one sentence for a part of Electron that it has not. */
export function missing(name: string): never {
  throw new Error(
    `electron-host: ${name} is not provided by this stand-in (see tests/electron-host/README.md)`
  )
}

/**
 * `target`, except that reading a name which it has not throws that name: a test must never pass because a call
 * silently did nothing. Names that begin with `_` are the host's own.
 */
export function strict<T extends object>(target: T, name: string): T {
  return new Proxy(target, {
    get(object, key, receiver) {
      if (typeof key === 'symbol' || key in object || key.startsWith('_') || PROBED.has(key))
        return Reflect.get(object, key, receiver) as unknown
      return missing(`${name}.${key}`)
    }
  })
}

/** A module or class that the host has not at all: any use of it throws its name. */
export function absent(name: string): object {
  const fail = (): never => missing(name)
  return new Proxy(function () {}, {
    get: (_target, key) =>
      typeof key === 'symbol' || PROBED.has(key) || key === 'prototype'
        ? undefined
        : missing(`${name}.${key}`),
    apply: fail,
    construct: fail
  })
}
