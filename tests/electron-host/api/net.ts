import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { schemeHandler } from './customSchemes.ts'
import { strict } from './strict.ts'

const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
  '.pdf': 'application/pdf',
  '.txt': 'text/plain'
}

async function fetchFile(url: string): Promise<Response> {
  const path = fileURLToPath(url)
  const body = await readFile(path).catch(() => null)
  if (body === null) throw new Error('net::ERR_FILE_NOT_FOUND')
  const type = TYPES[extname(path).toLowerCase()]
  return new Response(new Uint8Array(body), type === undefined ? {} : { headers: { 'content-type': type } })
}

export const net = strict(
  {
    /** Node's fetch, and file: and the app's own schemes besides, as in Electron. */
    fetch(input: string | Request, init?: RequestInit): Promise<Response> {
      const request = new Request(input, init)
      if (request.url.startsWith('file:')) return fetchFile(request.url)
      const handler = schemeHandler(new URL(request.url).protocol.slice(0, -1))
      return handler ? Promise.resolve(handler(request)) : fetch(request)
    },
    isOnline: (): boolean => true,
    online: true
  },
  'net'
)
