import { originOf } from './customSchemes.ts'
import { strict } from './strict.ts'

/** What a frame needs of the web contents that it belongs to. */
interface FrameOwner {
  id: number
  getURL(): string
  isDestroyed(): boolean
  send(channel: string, ...args: unknown[]): void
  executeJavaScript(code: string): Promise<unknown>
}

export interface WebFrameMain {
  readonly url: string
  readonly origin: string
  readonly name: string
  readonly parent: WebFrameMain | null
  readonly top: WebFrameMain
  readonly frames: WebFrameMain[]
  readonly framesInSubtree: WebFrameMain[]
  readonly processId: number
  readonly routingId: number
  readonly frameTreeNodeId: number
  readonly detached: boolean
  isDestroyed(): boolean
  send(channel: string, ...args: unknown[]): void
  executeJavaScript(code: string): Promise<unknown>
}

/** The main frame. Preloads run in no other (nodeIntegrationInSubFrames is off), so no other ever sends IPC. */
export function mainFrameOf(owner: FrameOwner): WebFrameMain {
  const frame: WebFrameMain = strict(
    {
      get url() {
        return owner.getURL()
      },
      get origin() {
        return originOf(owner.getURL())
      },
      get top() {
        return frame
      },
      get framesInSubtree() {
        return [frame]
      },
      name: '',
      parent: null,
      frames: [],
      processId: 1,
      routingId: owner.id,
      frameTreeNodeId: owner.id,
      detached: false,
      isDestroyed: () => owner.isDestroyed(),
      send: (channel, ...args) => owner.send(channel, ...args),
      executeJavaScript: (code) => owner.executeJavaScript(code)
    },
    'WebFrameMain'
  )
  return frame
}
