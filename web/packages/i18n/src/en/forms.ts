export const forms = {
  changeEntry: 'Change entry',
} as const
