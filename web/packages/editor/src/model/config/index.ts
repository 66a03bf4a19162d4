export { type AttributeValue, splitList } from './attributes'
export { check } from './check'
export { closest } from './closest'
export { LabelColours } from './colours'
export {
  type Config,
  type Control,
  describe,
  flatten,
  isTree,
  keyOfPath,
  type ObjectTag,
  type Option,
  readConfig,
  regionKind,
  relationColour,
  type Scope,
} from './config'
export { asText, fieldsIn, fillIn, isObject, isReference, lookUp, resolveData, resolveText } from './data'
export type { Problem, Severity } from './problems'
export { questionOf } from './question'
export {
  type Attributes,
  attributeNamed,
  type ConfigNode,
  type ConfigTree,
  givenOf,
  isTag,
  nameOf,
  parse,
  specOf,
  type TagNode,
  tagNamed,
  targetsOf,
  walk,
} from './tree'
export { type Position, XmlError } from './xml'
