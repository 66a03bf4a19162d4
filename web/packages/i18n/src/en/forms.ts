export const forms = {
  changeEntry: 'Change entry',
  noCell: 'The file of "{name}" has no such cell.',
  noCellMore: 'No first row, or no such column:',
  setLineNumbers: 'Number the lines of texts',
} as const
