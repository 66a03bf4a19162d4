/** Rows of comma-separated values, or of values separated by anything else. */

/** Fields may stand in quotes, where separators and line ends are text and two quotes are one. */
export function readCsv(text: string, separator: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let field = ''
  let quoted = false
  const endField = (): void => {
    row.push(field)
    field = ''
  }
  const endRow = (): void => {
    endField()
    if (row.length > 1 || row[0] !== '') rows.push(row)
    row = []
  }
  const all = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  for (let at = 0; at < all.length; at++) {
    const char = all[at] ?? ''
    if (quoted) {
      if (char !== '"') field += char
      else if (all[at + 1] === '"') field += all[++at]
      else quoted = false
    } else if (char === '"' && field === '') quoted = true
    else if (all.startsWith(separator, at)) {
      endField()
      at += separator.length - 1
    } else if (char === '\n') endRow()
    else field += char
  }
  if (field !== '' || row.length > 0) endRow()
  return rows
}
