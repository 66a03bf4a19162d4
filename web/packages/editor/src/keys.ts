/** What a page needs that shows or changes the keys of the editor. */

export { type Command, commands, commandTitle } from './commands'
export { groupTitle, keysOf, shownKeys } from './commands/keyboard'
export {
  type CustomKeys,
  compete,
  isSystemKey,
  joinKeys,
  keyLabel,
  keyOf,
  normaliseKey,
  type ResolvedKeys,
  resolveKeys,
} from './model/hotkeys'
export { isMac } from './view/platform'
