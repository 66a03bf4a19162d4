import { loadComponentTexts, loadPageTexts } from '@labelwright/i18n'

// Pages load their texts before they are shown; tests show parts of them.
await Promise.all([loadPageTexts(), loadComponentTexts()])
