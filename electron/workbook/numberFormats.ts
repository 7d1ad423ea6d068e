/**
 * Built-in formats whose meaning depends on the locale, as Chinese Excel and WPS show them (ECMA-376 18.8.30,
 * zh-cn; 14 and 22 follow the system's short date). The library knows them only as US dates, or not at all.
 */
export const CHINESE_BUILTIN_FORMATS: Readonly<Record<number, string>> = {
  14: 'yyyy/m/d',
  22: 'yyyy/m/d h:mm',
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: 'm-d-yy',
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"时"mm"分"',
  33: 'h"时"mm"分"ss"秒"',
  34: '上午/下午h"时"mm"分"',
  35: '上午/下午h"时"mm"分"ss"秒"',
  36: 'yyyy"年"m"月"',
  50: 'yyyy"年"m"月"',
  51: 'm"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: 'm"月"d"日"',
  55: '上午/下午h"时"mm"分"',
  56: '上午/下午h"时"mm"分"ss"秒"',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"'
}

/** What a number format does to a number: `elapsed` is [h]:mm and the like, hours beyond 24. */
export type FormatMeaning = 'number' | 'date' | 'time' | 'elapsed' | 'boolean'

const known = new Map<string, FormatMeaning>()

/** Meaning of a format code, e.g. `yyyy/m/d` is a date, `0.00%` a number. */
export function meaningOfFormat(format: string | undefined): FormatMeaning {
  if (format === undefined || format === '' || format === 'General') return 'number'
  let meaning = known.get(format)
  if (meaning === undefined) {
    meaning = judge(format)
    known.set(format, meaning)
  }
  return meaning
}

function judge(format: string): FormatMeaning {
  // LibreOffice writes booleans to .xls as 0/1 with this format.
  if (/^"TRUE";"TRUE";"FALSE"$/i.test(format) || /^BOOLEAN$/i.test(format)) return 'boolean'
  const section = (format.split(';')[0] as string)
    .replace(/"[^"]*"/g, '')
    .replace(/\\./g, '')
    .replace(/[_*]./g, '')
  if (/\[(h+|m+|s+)\]/i.test(section)) return 'elapsed'
  const codes = section.replace(/\[[^\]]*\]/g, '')
  // `G/通用格式` is Chinese Excel's General; 0, # and ? belong to numbers even beside letters.
  if (/^(general|standard|g\/)/i.test(codes.trim()) || /[#?]/.test(codes)) return 'number'
  const letters = codes.replace(/am\/pm|a\/p|上午\/下午/gi, '')
  const clock = /[hs]/i.test(letters)
  // Zeros are digits of a number, except behind seconds (`ss.000`).
  if (/0/.test(letters) && !clock) return 'number'
  if (/[yd]|aaa/i.test(letters)) return 'date'
  if (clock) return 'time'
  return /m/i.test(letters) ? 'date' : 'number'
}
