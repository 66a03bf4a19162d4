export const forms = {
  changeEntry: 'Change entry',
  findInPdf: 'Find in the document',
  findNext: 'Next place',
  findPrevious: 'Previous place',
  foundAt: '{place} of {count}',
  noCell: 'The file of "{name}" has no such cell.',
  noCellMore: 'No first row, or no such column:',
  pdfOutline: 'Contents',
  pdfThumbnails: 'Page previews',
  playFrom: 'Play from {time}',
  recordingFailed: 'The recording of "{name}" does not load.',
  recordingOf: 'Recording of {name}',
} as const
