import { escapeMarkup } from '../escapeMarkup.ts'
import type { DisplayContent, DisplayPage, DisplayRow } from './displayContent.ts'

/**
 * The board's pages as HTML, drawn once for the file and for the full-screen mode. A page is 1920 × 1080 and is scaled as a
 * whole. Tables and absolute places only: browsers of 2013 show it too. White ground: dark ones wash out on old projectors.
 */
export const STAGE = { width: 1920, height: 1080 } as const

const FONTS = "'Microsoft YaHei','微软雅黑','SimHei','Noto Sans CJK SC',sans-serif"

/** Everything lies below `.lj-page`, so that it changes nothing else of a window that shows it. */
export const DISPLAY_CSS = `
.lj-page{position:relative;width:1920px;height:1080px;overflow:hidden;background:#fff;color:#1b2430;font-family:${FONTS};font-size:36px;line-height:1.3}
.lj-page table{border-collapse:collapse;width:100%}
.lj-page td{padding:0;vertical-align:middle}
.lj-head{position:absolute;left:80px;right:80px;top:44px;height:92px;border-bottom:4px solid #1f5187}
.lj-head h1{margin:0;font-size:56px;line-height:80px;font-weight:bold;white-space:nowrap;overflow:hidden}
.lj-mark{position:absolute;right:0;top:12px;border:4px solid #1b2430;padding:2px 20px;font-size:34px;line-height:48px;font-weight:bold;background:#fff}
.lj-body{position:absolute;left:80px;right:80px;top:156px;bottom:92px}
.lj-foot{position:absolute;left:80px;right:80px;bottom:26px;height:44px;font-size:24px;line-height:44px;color:#4a5561}
.lj-foot .lj-no{position:absolute;right:0;top:0}
.lj-note{position:absolute;left:0;bottom:0;font-size:30px;line-height:44px;color:#4a5561}
.lj-row td{border-bottom:1px solid #c9d0d7}
.lj-rank{width:90px;text-align:center;font-size:40px;font-weight:bold}
.lj-first .lj-rank,.lj-first .lj-name{color:#bf1a20}
.lj-name{width:560px;font-size:40px;line-height:44px}
.lj-name.lj-long{font-size:30px;line-height:33px}
.lj-bar div{height:30px;background:#8fb0d1}
.lj-first .lj-bar div{background:#1f5187}
.lj-total{width:190px;text-align:right;font-size:42px;font-weight:bold;padding-right:24px!important}
.lj-move{width:110px;text-align:center}
.lj-rise{color:#bf1a20;font-weight:bold}
.lj-remark{width:330px;font-size:30px;line-height:33px;color:#4a5561}
.lj-two .lj-name{width:auto;font-size:36px;line-height:38px}
.lj-two .lj-name.lj-long{font-size:30px;line-height:32px}
.lj-half{position:absolute;top:0;width:850px}
.lj-side{position:absolute;top:0;width:850px}
.lj-side h2{margin:0 0 12px;font-size:46px;line-height:64px;border-bottom:3px solid #1b2430}
.lj-good h2{color:#bf1a20;border-color:#bf1a20}
.lj-side li{list-style:none;margin:0;padding:10px 0;border-bottom:1px solid #c9d0d7}
.lj-side ul{margin:0;padding:0}
.lj-side b{display:block;font-size:38px;line-height:46px}
.lj-side span{display:block;font-size:30px;line-height:38px;color:#4a5561}
.lj-title{text-align:center}
.lj-title h2{margin:8px 0 6px;font-size:92px;line-height:116px}
.lj-title p{margin:0 0 36px;font-size:40px;line-height:54px;color:#4a5561}
.lj-figures td{text-align:center}
.lj-figures b{display:block;font-size:68px;line-height:92px;color:#1f5187}
.lj-figures td span{font-size:36px;color:#4a5561}
.lj-figures{margin:0 auto 30px;width:1200px!important}
.lj-firsts td{height:64px;border-bottom:1px solid #c9d0d7;font-size:38px;line-height:42px;text-align:left}
.lj-firsts .lj-long{font-size:30px;line-height:32px}
.lj-firsts .lj-group{width:420px;color:#4a5561}
.lj-firsts .lj-score{width:220px;text-align:right;font-weight:bold;color:#bf1a20}
`

/** Characters of 40 px that the name's column takes on one line, by columns of the page. */
const ONE_LINE = { 1: 13, 2: 11 } as const
/** Characters of 38 px that fit between group and total of the opening page. */
const FIRST_LINE = 28
/** Room for rows between head and note, and what a row takes at least and at most. */
const ROWS_HEIGHT = { all: 790, least: 64, most: 104 } as const

function row(
  { rank, name, total, bar, movement, rise, remark }: DisplayRow,
  two: boolean,
  height: number
): string {
  const long = name.length > ONE_LINE[two ? 2 : 1] ? ' lj-long' : ''
  const cell = (kind: string, content: string): string => `<td class="lj-${kind}">${content}</td>`
  return [
    `<tr class="lj-row${rank === '1' ? ' lj-first' : ''}">`,
    `<td class="lj-rank" style="height:${height}px">${escapeMarkup(rank)}</td>`,
    cell(`name${long}`, escapeMarkup(name)),
    two ? '' : cell('bar', bar === null ? '' : `<div style="width:${bar}%"></div>`),
    cell('total', escapeMarkup(total)),
    cell(`move${rise ? ' lj-rise' : ''}`, escapeMarkup(movement)),
    two ? '' : cell('remark', escapeMarkup(remark)),
    '</tr>'
  ].join('')
}

function side(
  kind: string,
  left: number,
  title: string,
  entries: readonly { name: string; reason: string }[],
  note: string
): string {
  const items = entries.map(
    ({ name, reason }) => `<li><b>${escapeMarkup(name)}</b><span>${escapeMarkup(reason)}</span></li>`
  )
  const more = note === '' ? '' : `<li><span>${escapeMarkup(note)}</span></li>`
  const none = items.length === 0 && note === '' ? '<li><span>无</span></li>' : ''
  return `<div class="lj-side lj-${kind}" style="left:${left}px"><h2>${escapeMarkup(title)}</h2><ul>${items.join('')}${more}${none}</ul></div>`
}

function body(page: DisplayPage): string {
  switch (page.kind) {
    case 'TITLE': {
      const figures = page.figures.map(
        ({ label, value }) => `<td><b>${escapeMarkup(value)}</b><span>${escapeMarkup(label)}</span></td>`
      )
      const firsts = page.firsts.map(
        ({ group, names, total }) =>
          `<tr><td class="lj-group">${escapeMarkup(group)}第一</td><td${names.length > FIRST_LINE ? ' class="lj-long"' : ''}>${escapeMarkup(names)}</td><td class="lj-score">${escapeMarkup(total)}</td></tr>`
      )
      return [
        `<div class="lj-title"><h2>${escapeMarkup(page.heading)}</h2><p>${escapeMarkup(page.basis)}</p>`,
        `<table class="lj-figures"><tr>${figures.join('')}</tr></table>`,
        `<table class="lj-firsts">${firsts.join('')}</table></div>`
      ].join('')
    }
    case 'RANKING': {
      const two = page.columns.length > 1
      const most = Math.max(1, ...page.columns.map((rows) => rows.length))
      const { all, least, most: highest } = ROWS_HEIGHT
      const height = Math.max(least, Math.min(highest, Math.floor(all / most) - 1))
      const tables = page.columns.map((rows, index) => {
        const table = `<table>${rows.map((each) => row(each, two, height)).join('')}</table>`
        return two ? `<div class="lj-half" style="left:${index * 910}px">${table}</div>` : table
      })
      const note = page.note === '' ? '' : `<div class="lj-note">${escapeMarkup(page.note)}</div>`
      return `<div class="${two ? 'lj-two' : 'lj-one'}">${tables.join('')}</div>${note}`
    }
    case 'BOARD':
      return (
        side('good', 0, page.goodTitle, page.good, '') +
        side('bad', 910, page.badTitle, page.bad, page.badNote)
      )
  }
}

/** One page of the board, `.lj-page`. */
export function pageMarkup(content: DisplayContent, index: number): string {
  const page = content.pages[index]!
  const heading = page.kind === 'TITLE' ? content.organisation : page.heading
  const mark = content.mark === '' ? '' : `<div class="lj-mark">${escapeMarkup(content.mark)}</div>`
  return [
    `<div class="lj-page"><div class="lj-head"><h1>${escapeMarkup(heading)}</h1>${mark}</div>`,
    `<div class="lj-body">${body(page)}</div>`,
    `<div class="lj-foot">${escapeMarkup(content.organisation)} · ${escapeMarkup(content.provenance)}`,
    `<span class="lj-no">${index + 1} / ${content.pages.length}</span></div></div>`
  ].join('')
}
