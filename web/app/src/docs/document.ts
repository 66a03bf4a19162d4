/** The parts of an OpenAPI 3.1 document that the page shows. */

export interface Schema {
  $ref?: string
  type?: string | string[]
  enum?: unknown[]
  default?: unknown
  examples?: unknown[]
  properties?: Record<string, Schema>
  items?: Schema
  oneOf?: Schema[]
  anyOf?: Schema[]
}

export interface Parameter {
  name: string
  in: 'path' | 'query' | 'header' | 'cookie'
  required?: boolean
  description?: string
  schema?: Schema
}

export interface Operation {
  operationId: string
  summary: string
  description?: string
  tags: string[]
  parameters?: Parameter[]
  requestBody?: { content: Record<string, { schema?: Schema }> }
}

export interface ApiDocument {
  info: { title: string; version: string }
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, Schema> }
}

export interface Call {
  method: string
  path: string
  operation: Operation
}

/** Every call, by tag; those without `text` in their path, name or description left out. */
export function callsByTag(document: ApiDocument, text: string): Map<string, Call[]> {
  const wanted = text.trim().toLowerCase()
  const found = new Map<string, Call[]>()
  for (const [path, operations] of Object.entries(document.paths))
    for (const [method, operation] of Object.entries(operations)) {
      const words = `${method} ${path} ${operation.summary} ${operation.description ?? ''}`.toLowerCase()
      if (!words.includes(wanted)) continue
      const tag = operation.tags[0] ?? ''
      found.set(tag, [...(found.get(tag) ?? []), { method: method.toUpperCase(), path, operation }])
    }
  return found
}

/** A value that fits a schema, as a first draft of a body. */
export function example(schema: Schema | undefined, document: ApiDocument, depth = 0): unknown {
  if (!schema || depth > 4) return null
  if (schema.$ref) return example(document.components.schemas[schema.$ref.split('/').at(-1) ?? ''], document, depth + 1)
  if (schema.default !== undefined) return schema.default
  if (schema.examples?.length) return schema.examples[0]
  if (schema.enum) return schema.enum[0]
  const choice = schema.oneOf ?? schema.anyOf
  if (choice) return example(choice.find((part) => part.type !== 'null') ?? choice[0], document, depth + 1)
  const type = Array.isArray(schema.type) ? schema.type.find((name) => name !== 'null') : schema.type
  switch (type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(schema.properties ?? {}).map(([name, part]) => [name, example(part, document, depth + 1)]),
      )
    case 'array':
      return schema.items ? [example(schema.items, document, depth + 1)] : []
    case 'integer':
    case 'number':
      return 0
    case 'boolean':
      return false
    case 'string':
      return ''
    default:
      return null
  }
}

/** The path and query of a call with these parameters filled in. */
export function filled(
  call: Call,
  values: Readonly<Record<string, string>>,
): { path: string; query: Record<string, string> } {
  const query: Record<string, string> = {}
  let path = call.path
  for (const { name, in: place } of call.operation.parameters ?? []) {
    const value = values[name] ?? ''
    if (place === 'path') path = path.replace(`{${name}}`, encodeURIComponent(value))
    else if (place === 'query' && value !== '') query[name] = value
  }
  return { path, query }
}
