import { commands, commandTitle, isMac, keysOf, normaliseKey, resolveKeys } from '@labelwright/editor/keys'
import { t } from '@labelwright/i18n'
import type { Problem } from './problems.ts'
import { attributeOf, placeOf, type SourceElement } from './source.ts'

/** Keys that the config gives a label while an action of the editor has them too: the label goes first. */
export function keyProblems(config: string, elements: readonly SourceElement[]): Problem[] {
  const resolved = resolveKeys({ mac: isMac })
  return elements.flatMap((element) => {
    const hotkey = attributeOf(element, 'hotkey')
    const key = normaliseKey(hotkey?.value ?? '')
    const owner = commands.find((one) => [...(one.browserKeys ?? []), ...keysOf(one, resolved)].includes(key))
    if (!hotkey || key === '' || !owner) return []
    const message = t('config.key_of_command', { key: hotkey.value, title: commandTitle(owner.id) })
    const at = hotkey.valueAt
    return { severity: 'info' as const, code: 'command-key', message, at, ...placeOf(config, at.from) }
  })
}

const SEQUENCE = '1234567890qwetasdfgzxcvbyiopjklnm'

/** A key that no label and, if there is one, no action has. */
export function freeKey(elements: readonly SourceElement[]): string | undefined {
  const resolved = resolveKeys({ mac: isMac })
  const taken = new Set(elements.map((one) => normaliseKey(attributeOf(one, 'hotkey')?.value ?? '')))
  const ofCommands = new Set(commands.flatMap((one) => keysOf(one, resolved)))
  const free = [...SEQUENCE].filter((key) => !taken.has(key))
  return free.find((key) => !ofCommands.has(key)) ?? free[0]
}
