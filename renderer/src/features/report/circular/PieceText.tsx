import type { ReactElement } from 'react'
import type { CircularPiece } from '#shared/domain/report/circular/circularText.ts'
import { CHIP } from './chipLook.ts'

/** Pieces to be read only. */
export function PieceText({ pieces }: { pieces: readonly CircularPiece[] }): ReactElement {
  return (
    <q className="ct-quote">
      {pieces.map((piece, index) =>
        piece.fact === undefined ? (
          piece.text
        ) : (
          <span key={index} className={CHIP.className}>
            {piece.text}
          </span>
        )
      )}
    </q>
  )
}
