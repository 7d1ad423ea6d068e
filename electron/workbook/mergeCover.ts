import type { RawRange } from '#shared/domain/importing/grid/rawWorkbook.ts'

/**
 * Tells for cells asked in row order whether a merge hides them (inside a merge, but not its anchor).
 * Works row by row, so that a merge over a whole sheet costs no more than one over two cells.
 */
export class MergeCover {
  private readonly waiting: RawRange[]
  private active: RawRange[] = []
  private next = 0
  private row = -1

  constructor(merges: readonly RawRange[]) {
    this.waiting = [...merges].sort((a, b) => a.top - b.top)
  }

  hides(row: number, col: number): boolean {
    if (row !== this.row) this.advance(row)
    return this.active.some(
      (merge) => col >= merge.left && col <= merge.right && !(row === merge.top && col === merge.left)
    )
  }

  private advance(row: number): void {
    this.row = row
    this.active = this.active.filter((merge) => merge.bottom >= row)
    for (let merge = this.waiting[this.next]; merge && merge.top <= row; merge = this.waiting[++this.next]) {
      if (merge.bottom >= row) this.active.push(merge)
    }
  }
}
