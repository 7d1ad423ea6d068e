/** What is known of the frame that sent a message. */
export interface Sender {
  url: string
  isTopFrame: boolean
}

/**
 * Only the top frame of our own page may call. `origins` are the application's origin and, while developing, the
 * dev server's; compared as parsed origins, since a prefix test would let `app://liangji.evil/` through.
 */
export function isTrustedSender(sender: Sender, origins: readonly string[]): boolean {
  if (!sender.isTopFrame) return false
  const origin = originOf(sender.url)
  return origin !== null && origins.includes(origin)
}

function originOf(text: string): string | null {
  try {
    const url = new URL(text)
    // Custom schemes have the opaque origin 'null' in Node's URL: scheme and host say who it is.
    return `${url.protocol}//${url.host}`
  } catch {
    return null
  }
}
