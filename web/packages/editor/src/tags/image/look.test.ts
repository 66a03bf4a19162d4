import { describe, expect, it } from 'vitest'
import { testEditor } from '../../testing/testEditor'
import { lookOfNext } from './look'

const lookOf = async (tag: string, attributes: string, kind: string) => {
  const config = `<View><Image name="i" value="$i"/><${tag} name="s" toName="i" ${attributes}/></View>`
  return lookOfNext((await testEditor(config, { data: { i: '/i.png' } })).annotation, 'i', kind)
}

describe('the opacity of a tag', () => {
  it('is that of the inside of a region', async () => {
    expect(await lookOf('Rectangle', 'opacity="0.7"', 'rect')).toMatchObject({ fillOpacity: 0.7 })
    expect(await lookOf('Rectangle', 'opacity="0.7" fillOpacity="0.1"', 'rect')).toMatchObject({
      fillOpacity: 0.1,
    })
  })

  it('is that of the line of a path, which is full unless told and never gone', async () => {
    expect((await lookOf('Vector', '', 'vector')).strokeOpacity).toBeUndefined()
    expect((await lookOf('Vector', 'opacity="0.5"', 'vector')).strokeOpacity).toBe(0.5)
    expect((await lookOf('Vector', 'opacity="0"', 'vector')).strokeOpacity).toBe(0.1)
    expect((await lookOf('Rectangle', 'opacity="0.5"', 'rect')).strokeOpacity).toBeUndefined()
  })
})
