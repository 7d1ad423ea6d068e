import { Button, Segmented } from 'antd'
import type { ReactElement } from 'react'
import { confirmCells, importText } from '../../../text/import.ts'

const { repair } = importText
export type Meaning = 'NA' | 'MISSING' | 'ZERO'

/** What a group of words (`EMPTY_WORD:NA`) means as things stand. */
export const meaningOf = (subject: string): Meaning =>
  subject === 'MISSING' || subject === 'ZERO' ? subject : 'NA'

interface Props {
  /** What the words mean as things stand. */
  meaning: Meaning
  /** Cells that the confirmation is for. */
  count: number
  busy: boolean
  onMeaning: (meaning: Meaning) => void
  onConfirm: () => void
}

/** 「/」「无」 …: not applicable, not handed in, or a real zero. */
export function EmptyWordRepair({ meaning, count, busy, onMeaning, onConfirm }: Props): ReactElement {
  return (
    <div className="rp-row">
      <Segmented<Meaning>
        size="small"
        value={meaning}
        disabled={busy}
        options={(['NA', 'MISSING', 'ZERO'] as const).map((value) => ({ value, label: repair.words[value] }))}
        onChange={onMeaning}
      />
      <span className="small quiet grow">{repair.wordsHint[meaning]}</span>
      <Button size="small" disabled={busy} onClick={onConfirm}>
        {confirmCells(count)}
      </Button>
    </div>
  )
}
