import type { ReactElement } from 'react'
import type {
  CircularEdits,
  CircularParagraph,
  CircularView
} from '#shared/domain/report/circular/circularText.ts'
import type { CircularPart } from '#shared/domain/report/reportOptions.ts'
import { Icon } from '../../../components/Icon.tsx'
import { circularText as text } from '../../../text/circular.ts'
import { attachmentNumber, sentencesOf, TABLE_PARTS, TEXT_PARTS, withEdit } from './wordings.ts'
import { PartRow } from './PartRow.tsx'
import { WordedParagraph } from './WordedParagraph.tsx'

export interface PartsProps {
  view: CircularView
  paragraphs: readonly CircularParagraph[]
  edits: CircularEdits
  change: (edits: CircularEdits) => void
  omit: readonly CircularPart[]
  print: (part: CircularPart, printed: boolean) => void
  /** All parts unfolded. */
  open?: boolean
}

/** The parts that are text. */
export function TextParts({ paragraphs, edits, change, omit, print, open }: PartsProps): ReactElement {
  const stale = paragraphs.filter((each) => each.stale !== null).length
  return (
    <>
      {stale === 0 ? null : <p className="ct-message check small">{text.staleCount(stale)}</p>}
      <ul className="ct-parts">
        {TEXT_PARTS.map((part) => {
          const own = paragraphs.filter((each) => each.part === part)
          const title = text.parts[part]
          return (
            <PartRow
              key={part}
              title={title}
              printed={!omit.includes(part)}
              onPrinted={(printed) => print(part, printed)}
              disabled={own.length === 0}
              note={<TextNote paragraphs={own} omitted={omit.includes(part)} />}
              open={open ?? false}
            >
              {own.length === 0
                ? undefined
                : own.map((each, index) => (
                    <WordedParagraph
                      key={each.key}
                      paragraph={each}
                      label={text.of(title, index + 1, own.length)}
                      onEdit={(edit) => change(withEdit(edits, each, edit))}
                    />
                  ))}
            </PartRow>
          )
        })}
      </ul>
    </>
  )
}

function TextNote(props: { paragraphs: readonly CircularParagraph[]; omitted: boolean }): ReactElement {
  const { paragraphs, omitted } = props
  const edited = paragraphs.filter((each) => each.edited).length
  if (paragraphs.length === 0) return <span className="small quiet">{text.nothing}</span>
  if (paragraphs.some((each) => each.stale !== null)) {
    return (
      <span className="tag tag-check">
        <Icon name="half" />
        {text.pending}
      </span>
    )
  }
  if (omitted) return <span className="small quiet">{text.left}</span>
  if (edited > 0) return <span className="tag tag-primary">{text.changedCount(edited)}</span>
  return <span className="small quiet">{text.sentences(sentencesOf(paragraphs))}</span>
}

/** The attachments, numbered as they will be. */
export function TableParts({ view, omit, print }: PartsProps): ReactElement {
  return (
    <ul className="ct-parts">
      {TABLE_PARTS.map((part) => {
        const exists = view.attachments.some((each) => each.part === part)
        const number = attachmentNumber(view, omit, part)
        const title = text.parts[part]
        return (
          <PartRow
            key={part}
            title={number === null ? title : text.attachment(number, title)}
            printed={!omit.includes(part)}
            onPrinted={(printed) => print(part, printed)}
            disabled={!exists}
            note={exists ? null : <span className="small quiet">{text.noTable}</span>}
          />
        )
      })}
    </ul>
  )
}
