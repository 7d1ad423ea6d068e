import { existsSync, readFileSync } from 'node:fs'
import { strict } from './strict.ts'

/** Where a PNG's header keeps its size. */
const PNG_WIDTH = 16
const PNG_HEIGHT = 20

/** A picture as its PNG bytes. */
export class NativeImage {
  _png: Buffer

  constructor(png: Buffer = Buffer.alloc(0)) {
    this._png = png
    return strict(this, 'NativeImage')
  }

  toPNG(): Buffer {
    return this._png
  }

  toDataURL(): string {
    return 'data:image/png;base64,' + this._png.toString('base64')
  }

  isEmpty(): boolean {
    return this._png.length === 0
  }

  getSize(): { width: number; height: number } {
    if (this.isEmpty()) return { width: 0, height: 0 }
    return { width: this._png.readUInt32BE(PNG_WIDTH), height: this._png.readUInt32BE(PNG_HEIGHT) }
  }
}

export const nativeImage = strict(
  {
    createEmpty: () => new NativeImage(),
    createFromPath: (path: string) => new NativeImage(existsSync(path) ? readFileSync(path) : undefined),
    createFromBuffer: (png: Buffer) => new NativeImage(png)
  },
  'nativeImage'
)
