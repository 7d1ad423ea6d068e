import { paperName, type SlipFact } from '../../supervision/slipFact.ts'
import { dayWords } from '../../supervision/slipWords.ts'
import type { PaperBlock, PaperDocument, PaperSection } from '../reportContent.ts'
import { slipForm } from './slipForm.ts'

/** Who issues: 落款 on every paper. */
export interface SlipIssuer {
  organisation: string
}

/** Slips as papers, each beginning a page: a 督办单 as a form, the others as short 公文 (S45, S61, S51; GB/T 9704). */
export function slipPaper(slips: readonly SlipFact[], issuer: SlipIssuer): PaperDocument {
  const [first] = slips
  return {
    title: slips.length === 1 ? `${paperName(first!)} ${first!.number}` : `督办文书 ${slips.length} 份`,
    mark: '',
    provenance: slips.length === 1 ? first!.number : `督办文书 ${slips.length} 份`,
    sections: slips.map((slip) => section(slip, issuer))
  }
}

function section(slip: SlipFact, { organisation }: SlipIssuer): PaperSection {
  if (slip.kind === 'SUPERVISION')
    return {
      orientation: 'PORTRAIT',
      layout: 'TABLE',
      blocks: [{ type: 'table', table: slipForm(slip, organisation) }]
    }
  return { orientation: 'PORTRAIT', layout: 'OFFICIAL', blocks: letter(slip, organisation) }
}

function letter(slip: SlipFact, organisation: string): PaperBlock[] {
  const { fields, answerBy } = slip
  const say = (text: string): PaperBlock => ({ type: 'paragraph', runs: [{ text }] })
  return [
    { type: 'docNumber', text: slip.number },
    { type: 'title', text: TITLES[slip.kind](fields.subject) },
    { type: 'recipients', text: `${slip.unitName}：` },
    say(fields.reason),
    say(LEADS[slip.kind]),
    say(fields.demand),
    ...(answerBy === null || fields.demand.includes(dayWords(answerBy))
      ? []
      : [say(`反馈期限：${dayWords(answerBy)}。`)]),
    ...(fields.copies === '' ? [] : [say(`抄送：${fields.copies}。`)]),
    { type: 'closing', organisation, date: dayWords(slip.issuedOn) },
    { type: 'caption', text: '签收回执' },
    ...(fields.received === null
      ? ['签收单位（盖章）：', '签收人：', '签收日期：'].map(say)
      : [say(`${slip.unitName}${fields.received.by}于${dayWords(fields.received.on)}签收。`)])
  ]
}

const TITLES: Record<SlipFact['kind'], (subject: string) => string> = {
  SUPERVISION: (subject) => `督办单\n${subject}`,
  NOTICE: (subject) => `关于${subject}的告知书`,
  YELLOW_CARD: (subject) => `关于${subject}的\n黄牌警示通知书`,
  INTERVIEW: (subject) => `关于${subject}的\n约谈通知书`
}

const LEADS: Record<SlipFact['kind'], string> = {
  SUPERVISION: '现予督办。',
  NOTICE: '现将有关情况告知你单位。',
  YELLOW_CARD: '按照考核方案关于结果运用的规定，现对你单位予以黄牌警示。',
  INTERVIEW: '按照考核方案关于结果运用的规定，现决定对你单位主要负责人进行约谈，时间、地点另行通知。'
}
