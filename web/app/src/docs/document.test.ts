import { describe, expect, it } from 'vitest'
import { type ApiDocument, type Call, callsByTag, example, filled } from './document.ts'

const document: ApiDocument = {
  info: { title: 'API', version: '1' },
  paths: {
    '/api/things/{id}': {
      get: { operationId: 'show', summary: 'Show thing', tags: ['things'], parameters: [{ name: 'id', in: 'path' }] },
      delete: { operationId: 'remove', summary: 'Remove thing', tags: ['things'] },
    },
    '/health': { get: { operationId: 'health', summary: 'Health', tags: ['service'] } },
  },
  components: {
    schemas: {
      Thing: {
        type: 'object',
        properties: {
          name: { type: 'string' },
          size: { type: ['integer', 'null'] },
          parts: { type: 'array', items: { $ref: '#/components/schemas/Thing' } },
          kind: { oneOf: [{ type: 'null' }, { enum: ['a', 'b'] }] },
        },
      },
    },
  },
}

describe('the API page', () => {
  it('groups calls by tag and finds them by any of their words', () => {
    expect([...callsByTag(document, '').keys()]).toEqual(['things', 'service'])
    expect(
      callsByTag(document, 'REMOVE')
        .get('things')
        ?.map((call) => call.method),
    ).toEqual(['DELETE'])
    expect(callsByTag(document, 'nothing like it').size).toBe(0)
  })

  it('drafts a body, also of a schema that holds itself', () => {
    const drafted = example({ $ref: '#/components/schemas/Thing' }, document) as Record<string, unknown>
    expect(drafted).toMatchObject({ name: '', size: 0, kind: 'a' })
    expect(JSON.stringify(drafted).length).toBeLessThan(1000)
  })

  it('puts parameters where they belong and leaves empty ones out', () => {
    const call: Call = {
      method: 'GET',
      path: '/api/things/{id}',
      operation: {
        operationId: 'show',
        summary: '',
        tags: [],
        parameters: [
          { name: 'id', in: 'path' },
          { name: 'page', in: 'query' },
          { name: 'search', in: 'query' },
        ],
      },
    }
    expect(filled(call, { id: 'a/b', page: '2', search: '' })).toEqual({
      path: '/api/things/a%2Fb',
      query: { page: '2' },
    })
  })
})
