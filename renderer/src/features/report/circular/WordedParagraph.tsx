import { useState, type ReactElement } from 'react'
import type {
  CircularEdit,
  CircularParagraph,
  CircularPiece
} from '#shared/domain/report/circular/circularText.ts'
import { factsOf, plainText } from '#shared/domain/report/circular/markedText.ts'
import { circularEditOf } from '#shared/domain/report/circular/wordedParagraph.ts'
import { circularText as text } from '../../../text/circular.ts'
import { knownFacts } from './pieceEdits.ts'
import { ParagraphEditor } from './ParagraphEditor.tsx'
import { PieceText } from './PieceText.tsx'

interface Props {
  paragraph: CircularParagraph
  label: string
  /** Null: back to what is computed. */
  onEdit: (edit: CircularEdit | null) => void
}

/** A paragraph with what was done to it: changed, dropped, or worded over facts that are no longer there. */
export function WordedParagraph({ paragraph, label, onEdit }: Props): ReactElement {
  const { pieces, computed, edited, stale } = paragraph
  // It stays in sight while the clerk writes anew, until it is dismissed.
  const [seen, setSeen] = useState<readonly CircularPiece[] | null>(stale)
  if (stale !== null && seen === null) setSeen(stale)
  return (
    <div className="ct-paragraph">
      <ParagraphEditor
        paragraph={paragraph}
        label={label}
        onChange={(next) => onEdit(circularEditOf(next, computed))}
      />
      {edited ? (
        <p className="ct-note small">
          <span className="tag tag-primary">{text.changed}</span>
          {plainText(pieces).trim() === '' ? text.dropped : null}
          <button type="button" className="link" onClick={() => onEdit(null)}>
            {text.restore}
          </button>
        </p>
      ) : null}
      {seen === null ? null : (
        <Stale
          pieces={seen}
          computed={computed}
          onApply={(applied) => {
            onEdit(circularEditOf(applied, computed))
            setSeen(null)
          }}
          onDismiss={() => {
            if (stale !== null) onEdit(null)
            setSeen(null)
          }}
        />
      )}
    </div>
  )
}

interface StaleProps {
  pieces: readonly CircularPiece[]
  computed: readonly CircularPiece[]
  onApply: (pieces: CircularPiece[]) => void
  onDismiss: () => void
}

/** A wording whose facts have changed, as it was; it can be used again when all its facts are still there. */
function Stale({ pieces, computed, onApply, onDismiss }: StaleProps): ReactElement {
  const known = factsOf(computed)
  const fits = pieces.every(({ fact }) => fact === undefined || known.has(fact))
  return (
    <div className="ct-stale small" role="note">
      <p>{text.stale}</p>
      <PieceText pieces={pieces} />
      <p className="ct-note">
        {fits ? (
          <button type="button" className="link" onClick={() => onApply(knownFacts(pieces, computed))}>
            {text.staleApply}
          </button>
        ) : (
          text.staleLost
        )}
        <button type="button" className="link" onClick={onDismiss}>
          {text.staleDismiss}
        </button>
      </p>
    </div>
  )
}
