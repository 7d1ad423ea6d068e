import type { TableRequest } from './tableRequest.ts'
import type { LayoutHints } from '../header/detectLayout.ts'
import type { SheetScope } from '../extract/sheetScope.ts'
import type { ImportContext } from '../importContext.ts'
import type { SheetMeta } from '../header/readMeta.ts'

/** What is known of a table before its columns are looked at. */
export function layoutHints(
  meta: SheetMeta,
  hasSheetUnit: boolean,
  sheetIndicator: string | null,
  { sheetName, context }: TableRequest
): LayoutHints {
  const indicator = sheetIndicator === null ? undefined : context.indicatorOf.get(sheetIndicator)
  const judged = indicator === undefined ? context.catalogue.indicators : [indicator]
  return {
    hasSheetUnit,
    hasSheetIndicator: indicator !== undefined,
    sheetParts: indicator?.parts?.kind ?? null,
    readsPlaces: judged.some(({ readsPlaces }) => readsPlaces === true),
    isCalledLedger: /[加减扣]分/.test(`${meta.title?.text ?? ''} ${sheetName}`)
  }
}

/** 评价主体：A票, or a sheet called A票: the votes on it are that group's. */
export function sheetGroup(meta: SheetMeta, sheetName: string, { parts }: ImportContext): string | null {
  const named = meta.entries['评价主体']
  if (named !== undefined) return named
  return [sheetName, meta.title?.text ?? ''].flatMap((text) => parts.groupsOf(text))[0]?.group ?? null
}

export function sheetRater({ entries }: SheetMeta): SheetScope['sheetRater'] {
  const names = ['评委姓名', '专家姓名', '评审姓名', '评委', '专家', '评审'].map((key) => entries[key])
  const name = names.find((text) => text !== undefined)
  return name === undefined ? null : { group: entries['评价主体'] ?? '', name }
}
